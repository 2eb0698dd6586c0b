// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.meta.ScalingPolicies;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Optional;

/**
 * A ScalingPolicy and everything that its autoscaler and its status depend on.
 *
 * @param resource the custom resource
 * @param service the Microservice that it names
 * @param inCharge the policy in charge of that service, which may be this one
 * @param deployment the Deployment of the service, if it is the service's own
 * @param autoscaler the autoscaler that this policy has made
 * @param rival an autoscaler of another policy that scales the same Deployment
 */
record ScalingPolicyObserved(
        ScalingPolicy resource,
        Optional<Microservice> service,
        Optional<ScalingPolicy> inCharge,
        Optional<Deployment> deployment,
        Optional<HorizontalPodAutoscaler> autoscaler,
        Optional<HorizontalPodAutoscaler> rival) {

    /** Looks at what is known; asks nobody. */
    static ScalingPolicyObserved read(ScalingPolicy resource, KnownObjects known) {
        var namespace = resource.getMetadata().getNamespace();
        var name = resource.getSpec().service();
        var service =
                known.ofPrimary(Microservice.class).get(namespace, name).filter(found -> !found.isMarkedForDeletion());
        return new ScalingPolicyObserved(
                resource,
                service,
                ScalingPolicies.inChargeOf(
                        name, known.ofPrimary(ScalingPolicy.class).list(namespace)),
                service.flatMap(owner -> known.latest(Deployment.class, namespace, name)
                        .filter(deployment -> OwnerRefs.isControlledBy(deployment, owner))),
                known.latest(
                                HorizontalPodAutoscaler.class,
                                namespace,
                                resource.getMetadata().getName())
                        .filter(autoscaler -> OwnerRefs.isControlledBy(autoscaler, resource)),
                known.of(HorizontalPodAutoscaler.class)
                        .list(namespace)
                        .filter(autoscaler -> name.equals(ScalingPolicyRelations.target(autoscaler)))
                        .filter(autoscaler -> !OwnerRefs.isControlledBy(autoscaler, resource))
                        .findFirst());
    }
}
