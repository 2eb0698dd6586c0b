// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import java.util.List;
import java.util.Objects;

/**
 * What a customer wants, and how it is to be paid.
 *
 * @param paymentMethod as the payment service knows it, such as {@code card}
 */
public record OrderRequest(List<OrderLine> lines, String paymentMethod) {
    private static final int MOST_LINES = 50;
    private static final int LONGEST_METHOD = 100;

    public OrderRequest {
        lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
        paymentMethod = Objects.requireNonNullElse(paymentMethod, "card");
    }

    boolean valid() {
        return !lines.isEmpty()
                && lines.size() <= MOST_LINES
                && lines.stream().allMatch(OrderLine::valid)
                && !paymentMethod.isBlank()
                && paymentMethod.length() <= LONGEST_METHOD;
    }
}
