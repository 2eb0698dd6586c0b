// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.operator.meta.Names;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return port.protocol().name().toLowerCase(Locale.ROOT) + "://" + host(resource) + ":" + servicePort(port);
    }

    static String host(Microservice resource) {
        return Names.host(
                resource.getMetadata().getName(), resource.getMetadata().getNamespace());
    }

    /** The port of the Service, which is the container's unless the spec says otherwise. */
    static int servicePort(Port port) {
        return Objects.requireNonNullElse(port.servicePort(), port.port());
    }

    /** The port of that name, or the first one where a reference names none. */
    static Optional<Port> find(Microservice resource, @Nullable String name) {
        return resource.getSpec().ports().stream()
                .filter(port -> name == null || name.equals(port.name()))
                .findFirst();
    }

    private static Stream<String> urls(GatewayRoute route, Microservice resource, Port port) {
        var scheme = route.getSpec().tls() == null ? "http" : "https";
        return route.getSpec().rules().stream()
                .filter(rule -> targets(rule, resource, port))
                .flatMap(rule -> route.getSpec().hosts().stream()
                        .filter(host -> !host.startsWith("*"))
                        .map(host -> scheme + "://" + host + rule.path()));
    }

    private static boolean targets(Rule rule, Microservice resource, Port port) {
        var name = resource.getMetadata().getName();
        boolean direct = name.equals(rule.service()) && isThe(port, resource, rule.port());
        return direct
                || rule.backends().stream()
                        .anyMatch(backend -> name.equals(backend.service()) && isThe(port, resource, backend.port()));
    }

    private static boolean isThe(Port port, Microservice resource, @Nullable String name) {
        return find(resource, name).filter(port::equals).isPresent();
    }
}
