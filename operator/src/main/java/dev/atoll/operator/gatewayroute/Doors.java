// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.RouteParent;
import dev.atoll.operator.gateway.TraefikGatewayDialect;
import dev.atoll.operator.gateway.TraefikIngressDialect;
import dev.atoll.operator.kube.KnownObjects;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which names of gateways lead to the same one. Traefik answers for all its classes and Gateways at the same ports, and
 * compares the paths of all of them; so whoever claims a host at one of them claims it at all.
 */
final class Doors {
    private static final Set<String> TRAEFIK =
            Set.of(TraefikIngressDialect.CONTROLLER, TraefikGatewayDialect.CONTROLLER);
    private static final List<String> KINDS = List.of("HTTPRoute", "GRPCRoute");

    private final KnownObjects known;
    private final Map<String, String> doors = new HashMap<>();

    Doors(KnownObjects known) {
        this.known = known;
    }

    /** What tells the gateway behind a reference from others. */
    String of(String reference) {
        return doors.computeIfAbsent(
                reference, name -> controller(name).filter(TRAEFIK::contains).isPresent() ? "Traefik" : name);
    }

    /** Whether the gateway takes a route under a host: who is not admitted cannot keep a host from others. */
    boolean admit(HostClaim claim) {
        var reference = claim.claim().gateway();
        if (!Entrances.isGateway(reference)) {
            return true;
        }
        var parent = Entrances.parent(reference);
        var listener = claim.isNamed()
                ? Entrances.parent(claim.route()).map(RouteParent::listener).orElse(null)
                : null;
        return Entrances.listeners(new RouteParent(parent.namespace(), parent.name(), listener), known)
                .filter(listeners -> KINDS.stream()
                        .anyMatch(kind -> listeners.admit(
                                kind, claim.namespace(), claim.claim().host())))
                .isPresent();
    }

    private Optional<String> controller(String reference) {
        if (!Entrances.isGateway(reference)) {
            return known.of(IngressClass.class)
                    .get("", Entrances.className(reference))
                    .map(found -> found.getSpec().getController());
        }
        if (!Stream.of(Gateway.class, GatewayClass.class).allMatch(known::isServed)) {
            return Optional.empty();
        }
        var parent = Entrances.parent(reference);
        return known.of(Gateway.class)
                .get(parent.namespace(), parent.name())
                .flatMap(found ->
                        known.of(GatewayClass.class).get("", found.getSpec().getGatewayClassName()))
                .map(found -> found.getSpec().getControllerName());
    }
}
