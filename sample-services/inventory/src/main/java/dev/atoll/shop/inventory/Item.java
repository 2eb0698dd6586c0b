// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that can be bought.
 *
 * @param price of one, in minor units of the currency
 * @param currency the ISO 4217 code
 * @param available how many can still be reserved
 */
public record Item(String sku, String name, long price, String currency, int available) {
    private static final Pattern SKU = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_NAME = 200;

    public Item {
        sku = Objects.requireNonNullElse(sku, "");
        name = Objects.requireNonNullElse(name, "");
        currency = Objects.requireNonNullElse(currency, "");
    }

    Item withSku(String other) {
        return new Item(other, name, price, currency, available);
    }

    boolean valid() {
        return SKU.matcher(sku).matches()
                && !name.isBlank()
                && name.length() <= LONGEST_NAME
                && price > 0
                && CURRENCY.matcher(currency).matches()
                && available >= 0;
    }
}
