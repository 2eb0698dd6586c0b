// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.meta.RouteUrls;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the ports of a service are reached, from inside the cluster and through the gateway. */
final class Endpoints {
    private Endpoints() {}

    static List<Endpoint> of(MicroserviceObserved observed) {
        var resource = observed.resource();
        return resource.getSpec().ports().stream()
                .map(port -> new Endpoint(
                        port.name(),
                        port.protocol(),
                        url(resource, port),
                        observed.routes().stream()
                                .flatMap(route -> urls(route, resource, port))
                                .distinct()
                                .toList()))
                .toList();
    }

    /** For example {@code http://orders.shop.svc:8080}. */
    static String url(Microservice resource, Port port) {
        return port.protocol().name().toLowerCase(Locale.ROOT) + "://" + host(resource) + ":" + Ports.servicePort(port);
    }

    static String host(Microservice resource) {
        return Names.host(
                resource.getMetadata().getName(), resource.getMetadata().getNamespace());
    }

    /** The URLs of a route, as far as its gateway has them already. */
    static List<String> published(GatewayRoute route) {
        return route.getStatus() == null ? List.of() : route.getStatus().urls();
    }

    private static Stream<String> urls(GatewayRoute route, Microservice resource, Port port) {
        return route.getSpec().rules().stream()
                .filter(rule -> targets(rule, resource, port))
                .flatMap(rule -> published(route).stream().filter(url -> RouteUrls.hasPath(url, rule.path())));
    }

    private static boolean targets(Rule rule, Microservice resource, Port port) {
        return RouteTargets.backends(rule).stream()
                .filter(backend ->
                        backend.service().equals(resource.getMetadata().getName()))
                .flatMap(backend -> Ports.find(resource, backend.port()).stream())
                .anyMatch(port::equals);
    }
}
