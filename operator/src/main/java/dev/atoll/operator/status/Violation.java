// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

/**
 * One thing that is wrong with a custom resource.
 *
 * @param reason what kind of problem it is
 * @param field path of the field, as kubectl explain writes it, for example {@code spec.rules[2].service}
 * @param message the problem and the remedy, one or two sentences without a line break
 */
public record Violation(Reason reason, String field, String message) {

    /** Whether what it is about is refused; anything else comes into force once what it names is there. */
    public boolean isRefusal() {
        return reason == Reason.Conflict;
    }

    /** As it stands in a condition's message: {@code field: message}. */
    public String text() {
        return field + ": " + message;
    }
}
