// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.kube.KnownObjects;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A GatewayDefaults and everything that its status depends on.
 *
 * @param resource the custom resource
 * @param routes the GatewayRoutes of its namespace, by name
 * @param services finds the services of its namespace by name
 */
record GatewayDefaultsObserved(
        GatewayDefaults resource, List<GatewayRoute> routes, Function<String, Optional<Microservice>> services) {

    /** Looks at what is known; asks nobody. */
    static GatewayDefaultsObserved read(GatewayDefaults resource, KnownObjects known) {
        var namespace = resource.getMetadata().getNamespace();
        var services = known.ofPrimary(Microservice.class);
        return new GatewayDefaultsObserved(
                resource,
                known.ofPrimary(GatewayRoute.class)
                        .list(namespace)
                        .filter(route -> !route.isMarkedForDeletion())
                        .sorted(Comparator.comparing(
                                route -> route.getMetadata().getName()))
                        .toList(),
                name -> services.get(namespace, name));
    }
}
