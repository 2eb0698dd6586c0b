// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import static dev.atoll.operator.status.ConditionType.ACCEPTED;
import static dev.atoll.operator.status.ConditionType.PROGRAMMED;
import static dev.atoll.operator.status.ConditionType.RESOLVED_REFS;

import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conditions that mean the same for every kind: Accepted, ResolvedRefs and Programmed. */
public final class StandardConditions {
    private static final String STAYS = "nothing is applied until it is mended; what was there before stays";

    private StandardConditions() {}

    /** Adds the three conditions of a kind whose children stay as they are while its spec is invalid. */
    public static void add(Conditions conditions, Validated<?> validated, Applied applied) {
        add(conditions, validated, applied, STAYS, Optional.empty());
    }

    /**
     * The same, for a kind that can take over objects of an earlier resource of its name.
     *
     * @param adopted which objects it took over; empty for none
     */
    public static void add(Conditions conditions, Validated<?> validated, Applied applied, Optional<String> adopted) {
        add(conditions, validated, applied, STAYS, adopted);
    }

    /**
     * The same, for a kind whose children do not stay.
     *
     * @param whileInvalid what becomes of the children while the spec is invalid
     */
    public static void add(Conditions conditions, Validated<?> validated, Applied applied, String whileInvalid) {
        add(conditions, validated, applied, whileInvalid, Optional.empty());
    }

    private static void add(
            Conditions conditions,
            Validated<?> validated,
            Applied applied,
            String whileInvalid,
            Optional<String> adopted) {
        switch (validated) {
            case Validated.Invalid<?>(var violations) -> {
                var reason = violations.getFirst().reason();
                conditions.isFalse(ACCEPTED, reason, text(violations));
                conditions.isUnknown(RESOLVED_REFS, reason, whileInvalid);
                conditions.isFalse(PROGRAMMED, reason, whileInvalid);
            }
            case Validated.Paused<?>() -> {
                conditions.isTrue(ACCEPTED, Reason.Paused, "spec.paused is true: the children are left as they are");
                conditions.isUnknown(RESOLVED_REFS, Reason.Paused, "not looked at while spec.paused is true");
                conditions.isUnknown(PROGRAMMED, Reason.Paused, "not applied while spec.paused is true");
            }
            case Validated.Valid<?>(var model, var unresolved) -> {
                conditions.isTrue(ACCEPTED, Reason.Accepted, "the spec is valid");
                addResolved(conditions, unresolved);
                addProgrammed(conditions, applied, adopted);
            }
        }
    }

    private static void addResolved(Conditions conditions, List<Violation> unresolved) {
        if (unresolved.isEmpty()) {
            conditions.isTrue(RESOLVED_REFS, Reason.ResolvedRefs, "everything that the spec names exists");
        } else {
            conditions.isFalse(RESOLVED_REFS, unresolved.getFirst().reason(), text(unresolved));
        }
    }

    private static void addProgrammed(Conditions conditions, Applied applied, Optional<String> adopted) {
        if (applied.isComplete() && adopted.isPresent()) {
            conditions.isTrue(PROGRAMMED, Reason.Adopted, adopted.get());
        } else if (applied.isComplete()) {
            conditions.isTrue(PROGRAMMED, Reason.Programmed, "all children are as the spec wants them");
        } else {
            conditions.isFalse(
                    PROGRAMMED,
                    applied.blocked().getFirst().reason(),
                    applied.blocked().stream().map(Blocked::message).collect(Collectors.joining(" ")));
        }
    }

    /** All violations in one message. */
    public static String text(List<Violation> violations) {
        return violations.stream().map(Violation::text).collect(Collectors.joining("; "));
    }
}
