// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.scalingpolicy.desired.Autoscaler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;

/** The one child of a ScalingPolicy. */
final class ScalingPolicyDesired {
    /** The kinds of its children. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(HorizontalPodAutoscaler.class);

    private static final Desired NO_AUTOSCALER = new Desired(List.of(), List.of(), KINDS);

    private ScalingPolicyDesired() {}

    /** The autoscaler; none for a policy that has no say, and while a paused one says nothing, as it is. */
    static Desired of(Validated<ScalingPolicyModel> validated) {
        return switch (validated) {
            case Validated.Paused<ScalingPolicyModel>() -> Desired.untouched();
            // Another policy is in charge: two autoscalers of one Deployment would stop each other.
            case Validated.Invalid<ScalingPolicyModel>(var violations) -> NO_AUTOSCALER;
            case Validated.Valid<ScalingPolicyModel>(var model, var unresolved) ->
                model.obstacle().isPresent()
                        ? NO_AUTOSCALER
                        : new Desired(List.of(Autoscaler.of(model)), List.of(), KINDS);
        };
    }
}
