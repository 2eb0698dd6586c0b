// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.meta.RouteDefaults;
import java.util.List;

/**
 * What a GatewayDefaults amounts to.
 *
 * @param routes names of the routes for which one of its fields counts, in order
 */
record GatewayDefaultsModel(List<String> routes) {
    GatewayDefaultsModel {
        routes = List.copyOf(routes);
    }

    static GatewayDefaultsModel from(GatewayDefaultsObserved observed) {
        var shared = observed.resource().getSpec();
        return new GatewayDefaultsModel(observed.routes().stream()
                .filter(route -> !RouteDefaults.taken(route.getSpec(), shared).isEmpty())
                .map(route -> route.getMetadata().getName())
                .toList());
    }

    /** Who its children would belong to, if it had any. */
    static Identity identity(GatewayDefaults resource) {
        var metadata = resource.getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                metadata.getNamespace(),
                Identity.GATEWAY,
                OwnerRefs.controller(resource));
    }
}
