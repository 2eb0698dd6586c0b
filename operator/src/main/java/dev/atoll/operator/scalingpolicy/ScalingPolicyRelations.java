// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.ReplicaNote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.stream.Stream;

/** Which ScalingPolicies an object concerns. */
final class ScalingPolicyRelations {
    private ScalingPolicyRelations() {}

    /** Connects the events of everything that {@link ScalingPolicyObserved} reads. */
    static RelatedEventSource<ScalingPolicy> connect(RelatedEventSource<ScalingPolicy> source, ObjectCaches caches) {
        return source.wakenByChildren(ScalingPolicyDesired.KINDS)
                .wakenByChange(
                        HorizontalPodAutoscaler.class,
                        ScalingPolicyRelations::target,
                        autoscaler -> policiesFor(target(autoscaler), autoscaler, caches))
                .wakenByChange(
                        Deployment.class,
                        // Its status changes all the time and tells a policy nothing.
                        deployment -> List.of(ReplicaNote.isAutoscaled(deployment), Containers.of(deployment)),
                        deployment -> policiesFor(deployment.getMetadata().getName(), deployment, caches))
                .wakenBySpec(
                        Microservice.class,
                        service -> policiesFor(service.getMetadata().getName(), service, caches))
                .wakenBySpec(
                        ScalingPolicy.class,
                        policy -> policiesFor(policy.getSpec().service(), policy, caches));
    }

    /** The name of the Deployment that an autoscaler scales. */
    static String target(HorizontalPodAutoscaler autoscaler) {
        return autoscaler.getSpec().getScaleTargetRef().getName();
    }

    private static Stream<ResourceID> policiesFor(String service, HasMetadata neighbour, ObjectCaches caches) {
        return caches.ofPrimary(ScalingPolicy.class)
                .list(neighbour.getMetadata().getNamespace())
                .filter(policy -> service.equals(policy.getSpec().service()))
                .map(ResourceID::fromResource);
    }
}
