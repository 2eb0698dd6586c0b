// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.stream.Stream;

/** Which GatewayDefaults an object concerns. */
final class GatewayDefaultsRelations {
    private GatewayDefaultsRelations() {}

    /** Connects the events of everything that {@link GatewayDefaultsObserved} reads. */
    static RelatedEventSource<GatewayDefaults> connect(
            RelatedEventSource<GatewayDefaults> source, ObjectCaches caches) {
        return source.wakenBySpec(GatewayRoute.class, route -> ofNamespace(route, caches))
                .wakenBySpec(Microservice.class, service -> ofNamespace(service, caches));
    }

    private static Stream<ResourceID> ofNamespace(HasMetadata neighbour, ObjectCaches caches) {
        return caches.ofPrimary(GatewayDefaults.class)
                .list(neighbour.getMetadata().getNamespace())
                .map(ResourceID::fromResource);
    }
}
