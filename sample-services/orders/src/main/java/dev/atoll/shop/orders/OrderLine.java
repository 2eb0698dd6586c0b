// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import java.util.Objects;

/** So many of one item. */
public record OrderLine(String sku, int quantity) {
    private static final int LONGEST_SKU = 60;
    private static final int MOST = 1_000;

    public OrderLine {
        sku = Objects.requireNonNullElse(sku, "");
    }

    boolean valid() {
        return !sku.isBlank() && sku.length() <= LONGEST_SKU && quantity >= 1 && quantity <= MOST;
    }
}
