// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an autoscaler works, by what Kubernetes' controller says in the conditions {@code AbleToScale},
 * {@code ScalingActive} and {@code ScalingLimited}.
 *
 * @param ready whether it reads its metrics and sets the number of pods
 * @param reason why, or why not
 * @param message the numbers, the problem and the remedy
 */
record AutoscalerHealth(boolean ready, Reason reason, String message) {
    /**
     * How long a new autoscaler may fail without that being an error. The controller looks every 15 seconds, and
     * metrics-server has no numbers of a new pod before it was measured twice.
     */
    static final Duration GRACE = Duration.ofSeconds(60);

    /** Judges an autoscaler at a moment. */
    static AutoscalerHealth of(HorizontalPodAutoscaler autoscaler, Instant now) {
        var health = judge(autoscaler);
        boolean isEarly = graceLeft(autoscaler, now).isPresent();
        boolean mayPass = health.reason() == Reason.MetricsUnavailable || health.reason() == Reason.ScalingFailed;
        return isEarly && mayPass ? progressing("still new: " + health.message()) : health;
    }

    /** How long it is until a failure of this autoscaler counts; empty when it counts already. */
    static Optional<Duration> graceLeft(HorizontalPodAutoscaler autoscaler, Instant now) {
        var created = autoscaler.getMetadata().getCreationTimestamp();
        var end = (created == null ? now : Instant.parse(created)).plus(GRACE);
        return Optional.of(Duration.between(now, end)).filter(Duration::isPositive);
    }

    private static AutoscalerHealth judge(HorizontalPodAutoscaler autoscaler) {
        var status = Objects.requireNonNullElseGet(autoscaler.getStatus(), HorizontalPodAutoscalerStatus::new);
        var unable = condition(status, "AbleToScale").filter(AutoscalerHealth::isFalse);
        if (unable.isPresent()) {
            return new AutoscalerHealth(
                    false,
                    Reason.ScalingFailed,
                    "%s; see Deployment %s"
                            .formatted(text(autoscaler, unable.get()), ScalingPolicyRelations.target(autoscaler)));
        }
        var active = condition(status, "ScalingActive");
        if (active.isEmpty() || isBehind(autoscaler, status)) {
            return progressing("waiting for Kubernetes' autoscaling controller, which looks every 15 seconds");
        }
        return isFalse(active.get()) ? inactive(autoscaler, status, active.get()) : working(autoscaler, status);
    }

    private static AutoscalerHealth inactive(
            HorizontalPodAutoscaler autoscaler,
            HorizontalPodAutoscalerStatus status,
            HorizontalPodAutoscalerCondition active) {
        var service = ScalingPolicyRelations.target(autoscaler);
        return switch (active.getReason()) {
            case "ScalingDisabled" ->
                Objects.equals(status.getDesiredReplicas(), 0)
                        ? new AutoscalerHealth(
                                false,
                                Reason.ScalingDisabled,
                                "Deployment %s was scaled to 0 replicas, which turns autoscaling off; scale it to 1 or more to turn it on again"
                                        .formatted(service))
                        : progressing(
                                "Deployment %s is back from 0 replicas; waiting for its metrics".formatted(service));
            case "AmbiguousSelector" ->
                new AutoscalerHealth(
                        false,
                        Reason.Conflict,
                        text(autoscaler, active) + "; delete the HorizontalPodAutoscaler that is too many");
            case "InvalidSelector" -> new AutoscalerHealth(false, Reason.ScalingFailed, text(autoscaler, active));
            default ->
                new AutoscalerHealth(
                        false,
                        Reason.MetricsUnavailable,
                        text(autoscaler, active) + "; " + remedy(active.getReason(), service));
        };
    }

    private static String remedy(String reason, String service) {
        return switch (reason) {
            case "FailedGetResourceMetric", "FailedGetContainerResourceMetric" ->
                "see whether metrics-server runs and the pods of %s are ready and request what is measured"
                        .formatted(service);
            case "FailedGetPodsMetric", "FailedGetObjectMetric" ->
                "see whether an adapter serves this metric at custom.metrics.k8s.io";
            case "FailedGetExternalMetric" -> "see whether an adapter serves this metric at external.metrics.k8s.io";
            default -> "correct spec.metrics";
        };
    }

    private static AutoscalerHealth working(HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status) {
        var spec = autoscaler.getSpec();
        var keeps = "%s is kept at %d pods (%d to %d)"
                .formatted(
                        ScalingPolicyRelations.target(autoscaler),
                        Objects.requireNonNullElse(status.getDesiredReplicas(), 0),
                        spec.getMinReplicas(),
                        spec.getMaxReplicas());
        var atMost = condition(status, "ScalingLimited")
                .filter(limited -> "True".equals(limited.getStatus()))
                .filter(limited -> "TooManyReplicas".equals(limited.getReason()));
        return atMost.isPresent()
                ? new AutoscalerHealth(
                        true,
                        Reason.ScalingLimited,
                        keeps + "; the metrics ask for more, raise spec.maxReplicas to allow it")
                : new AutoscalerHealth(true, Reason.Ready, keeps);
    }

    /** Whether the status still speaks of an earlier spec; clusters before 1.37 do not say. */
    private static boolean isBehind(HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status) {
        var generation = autoscaler.getMetadata().getGeneration();
        var observed = status.getObservedGeneration();
        return generation != null && observed != null && observed < generation;
    }

    private static Optional<HorizontalPodAutoscalerCondition> condition(
            HorizontalPodAutoscalerStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static boolean isFalse(HorizontalPodAutoscalerCondition condition) {
        return "False".equals(condition.getStatus());
    }

    private static String text(HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerCondition condition) {
        return "HorizontalPodAutoscaler %s says %s: %s"
                .formatted(autoscaler.getMetadata().getName(), condition.getReason(), condition.getMessage());
    }

    private static AutoscalerHealth progressing(String message) {
        return new AutoscalerHealth(false, Reason.Progressing, message);
    }
}
