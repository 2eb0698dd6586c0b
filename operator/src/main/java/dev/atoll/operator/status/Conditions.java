// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the list of conditions of one status, in the order in which they are added; the last word on a type counts. The
 * time of a condition that was there before with the same status stays; so an unchanged state gives an equal list.
 */
public final class Conditions {
    /** Longest message that the CRDs accept, in characters. */
    private static final int MAX_MESSAGE = 4096;

    private final List<Condition> previous;
    private final @Nullable Long generation;
    private final Clock clock;
    private final List<Condition> conditions = new ArrayList<>();

    private Conditions(List<Condition> previous, @Nullable Long generation, Clock clock) {
        this.previous = previous;
        this.generation = generation;
        this.clock = clock;
    }

    /**
     * @param previous the conditions of the status that is replaced
     * @param generation the generation that is judged
     * @param clock gives the time of transitions
     */
    public static Conditions after(List<Condition> previous, @Nullable Long generation, Clock clock) {
        return new Conditions(previous, generation, clock);
    }

    /** Adds a condition that holds. */
    public Conditions isTrue(ConditionType type, Reason reason, String message) {
        return add(type, "True", reason, message);
    }

    /** Adds a condition that does not hold. */
    public Conditions isFalse(ConditionType type, Reason reason, String message) {
        return add(type, "False", reason, message);
    }

    /** Adds a condition of which nothing can be said. */
    public Conditions isUnknown(ConditionType type, Reason reason, String message) {
        return add(type, "Unknown", reason, message);
    }

    /** The conditions so far. */
    public List<Condition> list() {
        return List.copyOf(conditions);
    }

    /** Whether the status of a resource says that a condition holds. */
    public static boolean hold(CustomResource<?, ? extends ConditionedStatus> resource, ConditionType type) {
        return resource.getStatus() != null
                && find(resource.getStatus().conditions(), type)
                        .filter(condition -> "True".equals(condition.status()))
                        .isPresent();
    }

    /** The condition of a type in a list. */
    public static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
        return conditions.stream()
                .filter(condition -> type.text().equals(condition.type()))
                .findFirst();
    }

    private Conditions add(ConditionType type, String status, Reason reason, String message) {
        var time = find(previous, type)
                .filter(before -> status.equals(before.status()))
                .map(Condition::lastTransitionTime)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        put(new Condition(type.text(), status, generation, time, reason.name(), shortened(message)));
        return this;
    }

    private void put(Condition condition) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).type().equals(condition.type())) {
                conditions.set(i, condition);
                return;
            }
        }
        conditions.add(condition);
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
