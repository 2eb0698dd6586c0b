// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import dev.atoll.api.v1alpha1.common.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which changes of conditions a person wants to hear of. */
public final class Transitions {
    /** States that pass by themselves. */
    private static final Set<Reason> PASSING =
            Set.of(Reason.Progressing, Reason.Pending, Reason.Waiting, Reason.AddressPending);

    /** States that somebody asked for. */
    private static final Set<Reason> INTENDED = Set.of(
            Reason.Paused,
            Reason.Stopped,
            Reason.ScalingDisabled,
            Reason.Retained,
            Reason.Deleting,
            Reason.Protected,
            Reason.Released);

    /** Good news that nobody would guess, even from a resource's first status. */
    private static final Set<Reason> REMARKABLE = Set.of(Reason.Adopted);

    private Transitions() {}

    /**
     * A condition that changed.
     *
     * @param condition as it is now
     * @param isWarning whether something is wrong
     */
    public record Transition(Condition condition, boolean isWarning) {}

    /**
     * The conditions whose status or reason differs from before, without those that only say "not yet". Of several with
     * one reason the first is told, since the others follow from it.
     */
    public static List<Transition> between(List<Condition> before, List<Condition> after) {
        var told = new HashSet<String>();
        return after.stream()
                .filter(condition -> hasChanged(before, condition))
                .filter(condition -> isNews(before, condition))
                .filter(condition -> told.add(condition.reason()))
                .map(condition -> new Transition(condition, isWarning(condition)))
                .toList();
    }

    private static boolean hasChanged(List<Condition> before, Condition condition) {
        return same(before, condition)
                .filter(earlier -> earlier.status().equals(condition.status())
                        && earlier.reason().equals(condition.reason()))
                .isEmpty();
    }

    /** Ready speaks for the others while all is well; a condition that is fine as it was to be expected is no news. */
    private static boolean isNews(List<Condition> before, Condition condition) {
        if ("True".equals(condition.status())) {
            return ConditionType.READY.text().equals(condition.type())
                    || isAny(REMARKABLE, condition)
                    || same(before, condition)
                            .filter(earlier -> !isPassing(earlier))
                            .isPresent();
        }
        return !isPassing(condition);
    }

    private static boolean isPassing(Condition condition) {
        return isAny(PASSING, condition);
    }

    private static boolean isWarning(Condition condition) {
        return !"True".equals(condition.status()) && !isAny(INTENDED, condition);
    }

    private static boolean isAny(Set<Reason> reasons, Condition condition) {
        return reasons.stream().anyMatch(reason -> reason.name().equals(condition.reason()));
    }

    private static Optional<Condition> same(List<Condition> conditions, Condition condition) {
        return conditions.stream()
                .filter(other -> Objects.equals(other.type(), condition.type()))
                .findFirst();
    }
}
