// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.Behavior;
import dev.atoll.api.v1alpha1.scalingpolicy.Metric;
import dev.atoll.api.v1alpha1.scalingpolicy.ResourceTarget;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.OwnerRefs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the autoscaler is built from, complete and with every default filled in.
 *
 * @param identity name, namespace, application and owner
 * @param service name of the service, and so of its Deployment
 * @param metrics at least one
 * @param behavior how fast the number may change; null for as Kubernetes decides
 * @param obstacle why there can be no autoscaler for now; one that was there before is taken away
 */
public record ScalingPolicyModel(
        Identity identity,
        String service,
        int minReplicas,
        int maxReplicas,
        List<Metric> metrics,
        @Nullable Behavior behavior,
        Optional<Blocked> obstacle) {
    /** Kubernetes' own default, written out so that nobody has to know it. */
    private static final int DEFAULT_CPU_PERCENT = 80;

    private static final Metric DEFAULT_METRIC =
            new Metric(new ResourceTarget(DEFAULT_CPU_PERCENT, null), null, null, null, null, null);

    public ScalingPolicyModel {
        metrics = List.copyOf(metrics);
    }

    /** Completes the spec with defaults and with what was observed. Checks nothing. */
    static ScalingPolicyModel from(ScalingPolicyObserved observed) {
        var spec = observed.resource().getSpec();
        return new ScalingPolicyModel(
                identity(observed.resource(), observed.service()),
                spec.service(),
                spec.minReplicas(),
                spec.maxReplicas(),
                spec.metrics().isEmpty() ? List.of(DEFAULT_METRIC) : spec.metrics(),
                spec.behavior(),
                Obstacles.among(observed));
    }

    /** Who the children of a policy belong to; they are part of the application that the service is part of. */
    static Identity identity(ScalingPolicy resource, Optional<Microservice> service) {
        var metadata = resource.getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                service.flatMap(found -> Optional.ofNullable(found.getSpec().application()))
                        .orElse(metadata.getNamespace()),
                Identity.SCALING,
                OwnerRefs.controller(resource));
    }
}
