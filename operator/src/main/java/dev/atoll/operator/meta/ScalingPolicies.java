// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several ScalingPolicies has the say about a service. */
public final class ScalingPolicies {
    private ScalingPolicies() {}

    /**
     * The policy in charge of a service: the oldest that names it and is not being deleted. A paused one keeps its
     * claim, since the autoscaler that it has made goes on.
     *
     * @param policies those of the service's namespace
     */
    public static Optional<ScalingPolicy> inChargeOf(String service, Stream<ScalingPolicy> policies) {
        return policies.filter(policy -> service.equals(policy.getSpec().service()))
                .filter(policy -> !policy.isMarkedForDeletion())
                .min(Oldest.FIRST);
    }
}
