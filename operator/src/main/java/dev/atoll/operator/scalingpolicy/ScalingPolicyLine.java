// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;

/** The line of a ScalingPolicy for those who only look and apply nothing. */
public final class ScalingPolicyLine {
    private ScalingPolicyLine() {}

    /** What it would become, given the other objects; among them must be the Deployment of its Microservice. */
    public static Outlook of(ScalingPolicy resource, KnownObjects known) {
        var observed = ScalingPolicyObserved.read(resource, known);
        var validated = ScalingPolicyChecks.check(observed);
        return new Outlook(
                ScalingPolicyModel.identity(resource, observed.service()),
                validated,
                ScalingPolicyDesired.of(validated),
                (applied, before, clock) -> ScalingPolicyStatuses.after(observed, validated, applied, before, clock));
    }
}
