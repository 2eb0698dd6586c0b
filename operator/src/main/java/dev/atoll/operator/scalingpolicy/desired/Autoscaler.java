// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.scalingpolicy.ScalingPolicyModel;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;

/** The HorizontalPodAutoscaler, named like the policy. */
public final class Autoscaler {
    private Autoscaler() {}

    public static HorizontalPodAutoscaler of(ScalingPolicyModel model) {
        // spotless:off
        return new HorizontalPodAutoscalerBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withNewScaleTargetRef()
                    .withApiVersion("apps/v1")
                    .withKind("Deployment")
                    .withName(model.service())
                .endScaleTargetRef()
                .withMinReplicas(model.minReplicas())
                .withMaxReplicas(model.maxReplicas())
                .withMetrics(model.metrics().stream().map(MetricSpecs::of).toList())
                .withBehavior(ScalingBehavior.of(model.behavior()))
            .endSpec()
            .build();
        // spotless:on
    }
}
