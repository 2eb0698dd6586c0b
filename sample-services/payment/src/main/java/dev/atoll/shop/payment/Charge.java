// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is to be paid.
 *
 * @param amount in minor units of the currency (cents), so that no sum is ever rounded
 * @param currency the ISO 4217 code
 * @param method how: {@code card}, or {@code card-declined}, which the provider always declines
 */
public record Charge(String orderId, long amount, String currency, String method) {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST = 100;

    public Charge {
        orderId = Objects.requireNonNullElse(orderId, "");
        currency = Objects.requireNonNullElse(currency, "");
        method = Objects.requireNonNullElse(method, "card");
    }

    /** All that is wrong with it, a sentence each; empty when it can be charged. */
    String violations() {
        return String.join(
                "; ",
                Stream.of(
                                violation(
                                        orderId.isBlank() || orderId.length() > LONGEST,
                                        "orderId needs 1 to 100 characters"),
                                violation(amount <= 0, "amount needs to be positive, in minor units"),
                                violation(
                                        !CURRENCY.matcher(currency).matches(),
                                        "currency needs an ISO 4217 code like EUR"),
                                violation(
                                        method.isBlank() || method.length() > LONGEST,
                                        "method needs 1 to 100 characters"))
                        .flatMap(violation -> violation)
                        .toList());
    }

    private static Stream<String> violation(boolean found, String message) {
        return found ? Stream.of(message) : Stream.empty();
    }
}
