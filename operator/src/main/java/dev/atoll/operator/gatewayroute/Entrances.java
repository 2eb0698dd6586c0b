// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayReference;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.gateway.EnvoyBackend;
import dev.atoll.operator.gateway.EnvoyGatewayDialect;
import dev.atoll.operator.gateway.Listeners;
import dev.atoll.operator.gateway.Middleware;
import dev.atoll.operator.gateway.NginxPolicy;
import dev.atoll.operator.gateway.RouteParent;
import dev.atoll.operator.gateway.ServersTransport;
import dev.atoll.operator.gateway.TlsOption;
import dev.atoll.operator.gatewayroute.Entrance.ByClass;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.gatewayroute.Entrance.Served;
import dev.atoll.operator.kube.KnownObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks up the gateways that routes name. */
final class Entrances {
    private static final String CLASS = "IngressClass/";
    private static final String GATEWAY = "Gateway/";

    private Entrances() {}

    /** Looks at what is known; asks nobody. */
    static Entrance read(GatewayRoute route, KnownObjects known) {
        var reference = route.getSpec().gateway();
        return reference == null
                ? byClass(Objects.requireNonNullElse(route.getSpec().className(), ""), known)
                : byGateway(parent(route, reference), known);
    }

    /** The Gateway that a route names, if it names one. */
    static Optional<RouteParent> parent(GatewayRoute route) {
        return Optional.ofNullable(route.getSpec().gateway()).map(reference -> parent(route, reference));
    }

    /** The gateway that a route names, as {@code IngressClass/NAME} or {@code Gateway/NAMESPACE/NAME}. */
    static String reference(GatewayRoute route) {
        return parent(route)
                .map(parent -> GATEWAY + parent.namespace() + "/" + parent.name())
                .orElseGet(() -> CLASS + route.getSpec().className());
    }

    /** Whether a reference is to a Gateway of the Gateway API. */
    static boolean isGateway(String reference) {
        return reference.startsWith(GATEWAY);
    }

    /** The Gateway behind a reference to one. */
    static RouteParent parent(String reference) {
        var parts = reference.substring(GATEWAY.length()).split("/", 2);
        return new RouteParent(parts[0], parts[parts.length - 1], null);
    }

    /** The IngressClass behind a reference to one. */
    static String className(String reference) {
        return reference.substring(CLASS.length());
    }

    /** The listeners of a Gateway, if it exists. */
    static Optional<Listeners> listeners(RouteParent parent, KnownObjects known) {
        return known.isServed(Gateway.class)
                ? known.of(Gateway.class)
                        .get(parent.namespace(), parent.name())
                        .map(found -> new Listeners(found, parent.listener(), labels(found, known)))
                : Optional.empty();
    }

    private static RouteParent parent(GatewayRoute route, GatewayReference reference) {
        return new RouteParent(
                Objects.requireNonNullElse(
                        reference.namespace(), route.getMetadata().getNamespace()),
                reference.name(),
                reference.listener());
    }

    private static Entrance byClass(String name, KnownObjects known) {
        var classes = known.of(IngressClass.class);
        return new ByClass(
                name,
                classes.get("", name),
                names(classes.all()),
                hasTraefik(known),
                known.isServed(NginxPolicy.class));
    }

    private static Entrance byGateway(RouteParent parent, KnownObjects known) {
        if (!Stream.of(Gateway.class, GatewayClass.class, HTTPRoute.class).allMatch(known::isServed)) {
            return new ByGateway(parent, false, Optional.empty(), Optional.empty(), List.of(), Served.NOTHING);
        }
        var classes = known.of(GatewayClass.class);
        var gateway = known.of(Gateway.class).get(parent.namespace(), parent.name());
        return new ByGateway(
                parent,
                true,
                gateway.map(found -> new Listeners(found, parent.listener(), labels(found, known))),
                gateway.flatMap(found -> classes.get("", found.getSpec().getGatewayClassName())),
                names(classes.all()),
                new Served(
                        known.isServed(GRPCRoute.class),
                        known.isServed(BackendTlsPolicy.class),
                        hasTraefik(known),
                        EnvoyGatewayDialect.POLICIES.stream().allMatch(known::isServed)
                                && known.isServed(EnvoyBackend.class)));
    }

    /** Namespaces are watched only where a Gateway admits them by label. */
    private static Function<String, Map<String, String>> labels(Gateway gateway, KnownObjects known) {
        if (!Listeners.selectNamespaces(gateway)) {
            return namespace -> Map.of();
        }
        var namespaces = known.of(Namespace.class);
        return namespace -> namespaces
                .get("", namespace)
                .map(found -> found.getMetadata().getLabels())
                .orElse(Map.of());
    }

    private static boolean hasTraefik(KnownObjects known) {
        return Stream.of(Middleware.class, TlsOption.class, ServersTransport.class)
                .allMatch(known::isServed);
    }

    private static List<String> names(Stream<? extends HasMetadata> objects) {
        return objects.map(object -> object.getMetadata().getName()).sorted().toList();
    }
}
