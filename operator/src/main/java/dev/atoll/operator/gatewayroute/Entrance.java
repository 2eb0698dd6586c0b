// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.Listeners;
import dev.atoll.operator.gateway.RouteParent;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;
import java.util.Optional;

/** What is known of the gateway that a route names. */
sealed interface Entrance {

    /** The controller behind it; empty where it is not known. */
    Optional<String> controller();

    /**
     * An IngressClass.
     *
     * @param name its name
     * @param found the class, if it exists
     * @param existing the names of all classes
     * @param hasTraefik whether Traefik's own API is served
     * @param hasPolicies whether F5's own API is served
     */
    record ByClass(
            String name, Optional<IngressClass> found, List<String> existing, boolean hasTraefik, boolean hasPolicies)
            implements Entrance {
        @Override
        public Optional<String> controller() {
            return found.map(IngressClass::getSpec).map(spec -> spec.getController());
        }
    }

    /**
     * A Gateway of the Gateway API.
     *
     * @param parent its name
     * @param isServed whether the API server serves the Gateway API at all
     * @param listeners its listeners, if it exists
     * @param found its GatewayClass, if that exists
     * @param existing the names of all GatewayClasses
     * @param served which APIs are served that are not in every cluster with the Gateway API
     */
    record ByGateway(
            RouteParent parent,
            boolean isServed,
            Optional<Listeners> listeners,
            Optional<GatewayClass> found,
            List<String> existing,
            Served served)
            implements Entrance {
        @Override
        public Optional<String> controller() {
            return found.map(found -> found.getSpec().getControllerName());
        }

        Optional<Gateway> gateway() {
            return listeners.map(Listeners::gateway);
        }
    }

    /**
     * APIs that some gateways are told by.
     *
     * @param hasGrpcRoutes GRPCRoutes of the Gateway API
     * @param hasTlsPolicies BackendTLSPolicies of the Gateway API
     * @param hasTraefik Traefik's own
     * @param hasEnvoy Envoy Gateway's own
     */
    record Served(boolean hasGrpcRoutes, boolean hasTlsPolicies, boolean hasTraefik, boolean hasEnvoy) {
        static final Served NOTHING = new Served(false, false, false, false);
    }
}
