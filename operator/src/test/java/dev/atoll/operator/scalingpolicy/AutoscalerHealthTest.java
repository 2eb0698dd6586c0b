// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerConditionBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on time, or on a reason that the golden cases leave out. */
class AutoscalerHealthTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void forgivesMissingMetricsForAMinute() {
        var autoscaler = autoscaler("ScalingActive", "FailedGetResourceMetric");
        var early = AutoscalerHealth.of(autoscaler, CREATED.plusSeconds(59));
        assertThat(early.reason()).isEqualTo(Reason.Progressing);
        assertThat(early.message()).contains("still new", "FailedGetResourceMetric: as Kubernetes says");

        var late = AutoscalerHealth.of(autoscaler, CREATED.plusSeconds(60));
        assertThat(late.reason()).isEqualTo(Reason.MetricsUnavailable);
        assertThat(late.message()).contains("FailedGetResourceMetric: as Kubernetes says");
    }

    @Test
    void tellsWhenToLookAgain() {
        var autoscaler = autoscaler("ScalingActive", "FailedGetResourceMetric");
        assertThat(AutoscalerHealth.graceLeft(autoscaler, CREATED.plusSeconds(20)))
                .contains(Duration.ofSeconds(40));
        assertThat(AutoscalerHealth.graceLeft(autoscaler, CREATED.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void forgivesNothingThatWaitingDoesNotMend() {
        var health = AutoscalerHealth.of(autoscaler("ScalingActive", "AmbiguousSelector"), CREATED);
        assertThat(health.reason()).isEqualTo(Reason.Conflict);
    }

    @ParameterizedTest
    @CsvSource({
        "ScalingActive, FailedGetResourceMetric, MetricsUnavailable, metrics-server",
        "ScalingActive, FailedGetContainerResourceMetric, MetricsUnavailable, metrics-server",
        "ScalingActive, FailedGetPodsMetric, MetricsUnavailable, custom.metrics.k8s.io",
        "ScalingActive, FailedGetObjectMetric, MetricsUnavailable, custom.metrics.k8s.io",
        "ScalingActive, FailedGetExternalMetric, MetricsUnavailable, external.metrics.k8s.io",
        "ScalingActive, SomethingNew, MetricsUnavailable, spec.metrics",
        "ScalingActive, InvalidSelector, ScalingFailed, as Kubernetes says",
        "ScalingActive, AmbiguousSelector, Conflict, delete",
        "AbleToScale, FailedGetScale, ScalingFailed, Deployment orders",
        "AbleToScale, FailedUpdateScale, ScalingFailed, Deployment orders"
    })
    void saysWhyAndWhatToDo(String type, String theirs, Reason ours, String remedy) {
        var health = AutoscalerHealth.of(autoscaler(type, theirs), CREATED.plusSeconds(3600));
        assertThat(health.ready()).isFalse();
        assertThat(health.reason()).isEqualTo(ours);
        assertThat(health.message())
                .contains("HorizontalPodAutoscaler policy says " + theirs)
                .contains(remedy);
    }

    private static HorizontalPodAutoscaler autoscaler(String type, String reason) {
        // spotless:off
        return new HorizontalPodAutoscalerBuilder()
            .withNewMetadata()
                .withName("policy")
                .withCreationTimestamp(CREATED.toString())
            .endMetadata()
            .withNewSpec()
                .withMinReplicas(1)
                .withMaxReplicas(10)
                .withNewScaleTargetRef("apps/v1", "Deployment", "orders")
            .endSpec()
            .withNewStatus()
                .withConditions(new HorizontalPodAutoscalerConditionBuilder()
                    .withType(type)
                    .withStatus("False")
                    .withReason(reason)
                    .withMessage("as Kubernetes says")
                    .build())
            .endStatus()
            .build();
        // spotless:on
    }
}
