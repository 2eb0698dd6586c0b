// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;

/**
 * What checking a custom resource gave.
 *
 * @param <M> the model that the builders see
 */
public sealed interface Validated<M> {

    /** Whether the spec cannot be carried out, and this is among the reasons. */
    default boolean isInvalid(Reason reason) {
        return this instanceof Invalid<M>(var violations)
                && violations.stream().anyMatch(violation -> violation.reason() == reason);
    }

    /**
     * The spec makes sense.
     *
     * @param model complete and defaulted
     * @param unresolved what is left out, such as references that lead nowhere yet; it is reported and does not stop the
     *     rest
     */
    record Valid<M>(M model, List<Violation> unresolved) implements Validated<M> {
        public Valid {
            unresolved = List.copyOf(unresolved);
        }
    }

    /** The spec cannot be carried out; what was published before stays as it is. */
    record Invalid<M>(List<Violation> violations) implements Validated<M> {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** The spec asks for nothing to be touched. */
    record Paused<M>() implements Validated<M> {}
}
