// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that happened and that a customer is to hear of.
 *
 * @param id the sender's; an event that is sent twice is one event
 * @param kind a short name such as {@code OrderPlaced}
 * @param customer who is to hear of it
 * @param text what the customer reads
 */
public record Event(String id, String kind, String customer, String text) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;

    public Event {
        id = Objects.requireNonNullElse(id, "");
        kind = Objects.requireNonNullElse(kind, "");
        customer = Objects.requireNonNullElse(customer, "");
        text = Objects.requireNonNullElse(text, "");
    }

    /** All that is wrong with it, separated by semicolons; empty when it can be told. */
    String violations() {
        return String.join(
                "; ",
                Stream.of(
                                violation("id", id, LONGEST_NAME),
                                violation("kind", kind, LONGEST_NAME),
                                violation("customer", customer, LONGEST_NAME),
                                violation("text", text, LONGEST_TEXT))
                        .flatMap(violation -> violation)
                        .toList());
    }

    private static Stream<String> violation(String name, String value, int longest) {
        return value.isBlank() || value.length() > longest
                ? Stream.of(name + " needs 1 to " + longest + " characters")
                : Stream.empty();
    }
}
