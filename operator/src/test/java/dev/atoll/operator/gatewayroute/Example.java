// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewaydefaults.HostGrant;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.gateway.Listeners;
import dev.atoll.operator.gateway.RouteParent;
import dev.atoll.operator.gatewayroute.Entrance.ByClass;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.gatewayroute.Entrance.Served;
import dev.atoll.operator.meta.KnownSecrets;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tests of this package look at. */
final class Example {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Example() {}

    static <T> T read(Class<T> type, String yaml) {
        // Without the marker, what begins with a brace is taken for JSON.
        return SERIALIZATION.unmarshal("---\n" + yaml, type);
    }

    /** A route of namespace shop, with the given content of its spec. */
    static GatewayRoute route(String name, String spec) {
        return read(GatewayRoute.class, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s, namespace: shop, uid: "1"}
                spec: {%s}
                """.formatted(name, spec));
    }

    static GatewayRouteObserved observed(GatewayRoute route, Entrance entrance, GatewayRoute... older) {
        return new GatewayRouteObserved(
                route,
                Optional.empty(),
                entrance,
                name -> Optional.empty(),
                claims(Map.of(), route, older),
                List.of(older),
                KnownSecrets.UNKNOWN,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The claims of a route beside those of others, all at one gateway that admits everybody.
     *
     * @param grants what namespaces allow others
     */
    static HostClaims claims(Map<String, List<HostGrant>> grants, GatewayRoute route, GatewayRoute... others) {
        var own = HostClaim.of(route, name -> name);
        var all = Stream.concat(Stream.of(route), Stream.of(others))
                .flatMap(other -> HostClaim.of(other, name -> name).stream())
                .toList();
        return new HostClaims(own, all, namespace -> grants.getOrDefault(namespace, List.of()));
    }

    static ByClass byClass(String controller) {
        var found = read(IngressClass.class, "{metadata: {name: web}, spec: {controller: %s}}".formatted(controller));
        return new ByClass("web", Optional.of(found), List.of("web"), true, true);
    }

    static ByGateway byGateway(String gatewayStatus) {
        var gateway = read(Gateway.class, """
                metadata: {name: public, namespace: shop}
                spec: {gatewayClassName: envoy, listeners: [{name: http, port: 80, protocol: HTTP}]}
                status: {%s}
                """.formatted(gatewayStatus));
        var found = read(GatewayClass.class, "{metadata: {name: envoy}, spec: {controllerName: example.com/c}}");
        return new ByGateway(
                new RouteParent("shop", "public", null),
                true,
                Optional.of(new Listeners(gateway, null, namespace -> Map.of())),
                Optional.of(found),
                List.of("envoy"),
                new Served(true, true, true, true));
    }
}
