// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.Middleware;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;

/** The children of a GatewayRoute: what its dialect says. */
final class GatewayRouteDesired {
    /** The kinds of its children in every dialect, so that a change of the gateway leaves nothing of the old one. */
    static final List<Class<? extends HasMetadata>> KINDS =
            List.of(Middleware.class, Ingress.class, HTTPRoute.class, GRPCRoute.class);

    private GatewayRouteDesired() {}

    /** The children of a valid GatewayRoute, what protects before what is protected; those of any other stay as they are. */
    static Desired of(Validated<GatewayRouteModel> validated) {
        return validated instanceof Validated.Valid<GatewayRouteModel>(var model, var unresolved)
                ? Desired.chain(model.dialect().objects(model.route()), KINDS)
                : Desired.untouched();
    }
}
