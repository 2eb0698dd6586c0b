// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.Listeners;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.meta.RouteUrls;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayStatusAddress;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a route is reached, read from its children, so that it is never said of what is not published. */
final class Publication {
    /** Longest lists that the CRD accepts. */
    private static final int MAX_URLS = 1024;

    private static final int MAX_ADDRESSES = 64;

    private Publication() {}

    /** The URLs of all paths under all hosts; wildcard hosts and regular expressions have none. */
    static List<String> urls(List<HasMetadata> children, Entrance entrance) {
        var encrypted = children.stream().flatMap(Publication::encryptedHosts).collect(Collectors.toSet());
        return children.stream()
                .flatMap(child -> urls(child, encrypted, entrance))
                .distinct()
                .limit(MAX_URLS)
                .toList();
    }

    /** The addresses of the gateway, as far as it tells. */
    static List<String> addresses(List<HasMetadata> children, Entrance entrance) {
        var fromGateway = entrance instanceof ByGateway byGateway && !children.isEmpty()
                ? byGateway.gateway().stream()
                        .flatMap(gateway -> Stream.ofNullable(gateway.getStatus()))
                        .flatMap(status -> status.getAddresses().stream())
                        .map(GatewayStatusAddress::getValue)
                : Stream.<String>empty();
        return Stream.concat(
                        children.stream()
                                .flatMap(child ->
                                        child instanceof Ingress ingress ? addresses(ingress) : Stream.empty()),
                        fromGateway)
                .distinct()
                .limit(MAX_ADDRESSES)
                .toList();
    }

    /** The hosts that a child answers for. */
    static Stream<String> hosts(HasMetadata child) {
        return switch (child) {
            case Ingress ingress ->
                Stream.ofNullable(ingress.getSpec())
                        .flatMap(spec -> spec.getRules().stream())
                        .map(IngressRule::getHost);
            case HTTPRoute route -> Stream.ofNullable(route.getSpec()).flatMap(spec -> spec.getHostnames().stream());
            case GRPCRoute route -> Stream.ofNullable(route.getSpec()).flatMap(spec -> spec.getHostnames().stream());
            default -> Stream.empty();
        };
    }

    /** The addresses that a controller has written into an Ingress. */
    static Stream<String> addresses(Ingress ingress) {
        return Stream.ofNullable(ingress.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getLoadBalancer()))
                .flatMap(balancer -> balancer.getIngress().stream())
                .flatMap(point -> Stream.of(point.getHostname(), point.getIp()))
                .filter(address -> address != null && !address.isEmpty());
    }

    private static Stream<String> encryptedHosts(HasMetadata child) {
        return child instanceof Ingress ingress
                ? ingress.getSpec().getTls().stream().flatMap(tls -> tls.getHosts().stream())
                : Stream.empty();
    }

    private static Stream<String> urls(HasMetadata child, Set<String> encrypted, Entrance entrance) {
        return switch (child) {
            case Ingress ingress ->
                ingress.getSpec().getRules().stream()
                        .filter(rule -> isOneHost(rule.getHost()))
                        .flatMap(rule -> paths(rule)
                                .map(path -> RouteUrls.of(
                                        encrypted.contains(rule.getHost()) ? "https" : "http", rule.getHost(), path)));
            case HTTPRoute route -> urls(route, route.getSpec().getHostnames(), paths(route), entrance);
            case GRPCRoute route -> urls(route, route.getSpec().getHostnames(), List.of("/"), entrance);
            default -> Stream.empty();
        };
    }

    private static Stream<String> urls(HasMetadata route, List<String> hosts, List<String> paths, Entrance entrance) {
        var namespace = route.getMetadata().getNamespace();
        return entrance instanceof ByGateway byGateway
                ? hosts.stream()
                        .filter(Publication::isOneHost)
                        .flatMap(host -> byGateway.listeners().stream()
                                .flatMap(listeners -> listeners.origin(host, route.getKind(), namespace).stream()))
                        .flatMap(origin -> paths.stream().map(path -> url(origin, path)))
                : Stream.empty();
    }

    private static String url(Listeners.Origin origin, String path) {
        return RouteUrls.of(origin.scheme(), origin.authority(), path);
    }

    /** What is of no standard type stands beside a prefix; a slash at the end of which means nothing. */
    private static Stream<String> paths(IngressRule rule) {
        return rule.getHttp().getPaths().stream()
                .filter(path -> !path.getPathType().equals("ImplementationSpecific"))
                .map(path -> path.getPathType().equals("Prefix")
                        ? path.getPath().replaceFirst("(?<=.)/$", "")
                        : path.getPath());
    }

    private static List<String> paths(HTTPRoute route) {
        return route.getSpec().getRules().stream()
                .flatMap(rule -> rule.getMatches().stream())
                .map(match -> match.getPath())
                .filter(path -> !"RegularExpression".equals(path.getType()))
                .map(path -> path.getValue())
                .toList();
    }

    private static boolean isOneHost(String host) {
        return !host.startsWith("*");
    }
}
