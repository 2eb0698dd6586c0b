// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicyStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The truth about a ScalingPolicy, computed anew from its autoscaler each time. */
final class ScalingPolicyStatuses {
    private static final String NO_SAY = "the policy has no autoscaler as long as another one has the say";

    private ScalingPolicyStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static ScalingPolicyStatus after(
            ScalingPolicyObserved observed,
            Validated<ScalingPolicyModel> validated,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        var metadata = observed.resource().getMetadata();
        var outcome = withObstacle(validated, applied);
        var autoscaler = autoscaler(observed, validated, applied);
        var counts = autoscaler.flatMap(ReplicaCounts::of);
        var conditions = Conditions.after(before, metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, outcome, NO_SAY);
        if (autoscaler.isPresent()) {
            addReady(conditions, observed, autoscaler.get(), clock);
        } else {
            notThere(conditions, validated, outcome);
        }
        return new ScalingPolicyStatus(
                metadata.getGeneration(),
                conditions.list(),
                counts.map(ReplicaCounts::current).orElse(null),
                counts.map(ReplicaCounts::desired).orElse(null),
                counts.map(ReplicaCounts::lastScaleTime).orElse(null));
    }

    /** How long it is until the status may change by itself, since a new autoscaler is no longer new. */
    static Optional<Duration> settling(
            ScalingPolicyObserved observed, Validated<ScalingPolicyModel> validated, Applied applied, Clock clock) {
        return autoscaler(observed, validated, applied)
                .flatMap(autoscaler -> AutoscalerHealth.graceLeft(autoscaler, clock.instant()));
    }

    /** The autoscaler as it is now; only a paused policy keeps one that was not applied. */
    private static Optional<HorizontalPodAutoscaler> autoscaler(
            ScalingPolicyObserved observed, Validated<ScalingPolicyModel> validated, Applied applied) {
        var name = observed.resource().getMetadata().getName();
        return validated instanceof Validated.Paused<?> || !applied.isComplete()
                ? observed.autoscaler()
                : applied.find(HorizontalPodAutoscaler.class, name);
    }

    /** What keeps the autoscaler from being made counts like a refusal. */
    private static Applied withObstacle(Validated<ScalingPolicyModel> validated, Applied applied) {
        return validated instanceof Validated.Valid<ScalingPolicyModel>(var model, var unresolved)
                ? model.obstacle()
                        .map(obstacle -> new Applied(applied.objects(), List.of(obstacle), applied.written()))
                        .orElse(applied)
                : applied;
    }

    private static void addReady(
            Conditions conditions, ScalingPolicyObserved observed, HorizontalPodAutoscaler autoscaler, Clock clock) {
        var health = AutoscalerHealth.of(autoscaler, clock.instant());
        var message = health.message() + ignoredReplicas(observed, autoscaler);
        if (health.ready()) {
            conditions.isTrue(READY, health.reason(), message);
        } else {
            conditions.isFalse(READY, health.reason(), message);
        }
    }

    private static void notThere(Conditions conditions, Validated<ScalingPolicyModel> validated, Applied outcome) {
        switch (validated) {
            case Validated.Invalid<?>(var violations) -> {
                var text = StandardConditions.text(violations);
                conditions.isFalse(READY, violations.getFirst().reason(), text);
                conditions.isTrue(STALLED, violations.getFirst().reason(), text);
            }
            case Validated.Paused<?>() ->
                conditions.isFalse(READY, Reason.Paused, "there is no autoscaler, and spec.paused is true");
            case Validated.Valid<?>(var model, var unresolved) -> {
                var blocked = outcome.blocked().stream()
                        .findFirst()
                        .orElseGet(() -> new Blocked(Reason.Progressing, "There is no autoscaler yet."));
                conditions.isFalse(READY, blocked.reason(), blocked.message());
            }
        }
    }

    /** What a reader of Ready should know besides. */
    private static String ignoredReplicas(ScalingPolicyObserved observed, HorizontalPodAutoscaler autoscaler) {
        var target = ScalingPolicyRelations.target(autoscaler);
        return observed.service()
                .filter(service -> target.equals(service.getMetadata().getName()))
                .flatMap(service -> Optional.ofNullable(service.getSpec().replicas()))
                .map(replicas ->
                        "; spec.replicas (%d) of Microservice %s is ignored meanwhile".formatted(replicas, target))
                .orElse("");
    }

    /**
     * What the controller has counted. It leaves zeros out.
     *
     * @param desired what the metrics ask for; null as long as it has never been known
     */
    private record ReplicaCounts(
            int current,
            @Nullable Integer desired,
            @Nullable String lastScaleTime) {

        /** Nothing as long as the controller has not looked. */
        static Optional<ReplicaCounts> of(HorizontalPodAutoscaler autoscaler) {
            return Optional.ofNullable(autoscaler.getStatus())
                    .filter(status -> !status.getConditions().isEmpty())
                    .map(ReplicaCounts::of);
        }

        private static ReplicaCounts of(HorizontalPodAutoscalerStatus status) {
            int current = Objects.requireNonNullElse(status.getCurrentReplicas(), 0);
            int desired = Objects.requireNonNullElse(status.getDesiredReplicas(), 0);
            boolean isKnown = desired > 0 || current == 0;
            return new ReplicaCounts(current, isKnown ? desired : null, status.getLastScaleTime());
        }
    }
}
