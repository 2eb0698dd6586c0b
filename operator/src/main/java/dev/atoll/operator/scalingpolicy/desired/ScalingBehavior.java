// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy.desired;

import dev.atoll.api.v1alpha1.scalingpolicy.Behavior;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingRule;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicyBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehaviorBuilder;
import org.jspecify.annotations.Nullable;

/** How fast the number of pods may change. What is left out is for Kubernetes to fill in. */
final class ScalingBehavior {
    private ScalingBehavior() {}

    static @Nullable HorizontalPodAutoscalerBehavior of(@Nullable Behavior behavior) {
        if (behavior == null || (behavior.scaleUp() == null && behavior.scaleDown() == null)) {
            return null;
        }
        // spotless:off
        return new HorizontalPodAutoscalerBehaviorBuilder()
            .withScaleUp(rules(behavior.scaleUp()))
            .withScaleDown(rules(behavior.scaleDown()))
            .build();
        // spotless:on
    }

    private static @Nullable HPAScalingRules rules(@Nullable ScalingRules rules) {
        if (rules == null) {
            return null;
        }
        // spotless:off
        return new HPAScalingRulesBuilder()
            .withStabilizationWindowSeconds(rules.stabilizationWindowSeconds())
            .withSelectPolicy(rules.selectPolicy().name())
            .withPolicies(rules.policies().stream().map(ScalingBehavior::rule).toList())
            .withTolerance(rules.tolerance())
            .build();
        // spotless:on
    }

    private static HPAScalingPolicy rule(ScalingRule rule) {
        // spotless:off
        return new HPAScalingPolicyBuilder()
            .withType(rule.type().name())
            .withValue(rule.value())
            .withPeriodSeconds(rule.periodSeconds())
            .build();
        // spotless:on
    }
}
