// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.meta.Selectors;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutes;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteNamespaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a Gateway through which a route may be reached. Their {@code allowedRoutes} are the consent of the
 * Gateway's owner; without it, nobody of another namespace publishes anything there.
 *
 * @param gateway the Gateway
 * @param name the listener that the route names; null for every one
 * @param labels finds the labels of a namespace
 */
public record Listeners(Gateway gateway, @Nullable String name, Function<String, Map<String, String>> labels) {
    private static final String HTTPS = "HTTPS";
    private static final Set<String> WEB = Set.of("HTTP", HTTPS);
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The listeners that the route names. */
    public List<Listener> named() {
        return gateway.getSpec().getListeners().stream()
                .filter(listener -> name == null || name.equals(listener.getName()))
                .toList();
    }

    /** Whether one of them admits routes of a kind from a namespace. */
    public boolean admit(String kind, String namespace) {
        return named().stream().anyMatch(listener -> admits(listener, kind, namespace));
    }

    /** The same for a host, which may be a wildcard: whether one of them serves at least a part of it. */
    public boolean admit(String kind, String namespace, String host) {
        return named().stream()
                .filter(listener -> admits(listener, kind, namespace))
                .anyMatch(listener -> hosts(listener)
                        .map(served -> served.meets(new HostPattern(host, true)))
                        .orElse(true));
    }

    /** Scheme, host and port under which a host of a namespace's route is reached; by HTTPS where there is a choice. */
    public Optional<Origin> origin(String host, String kind, String namespace) {
        var fitting = named().stream()
                .filter(listener -> admits(listener, kind, namespace))
                .filter(listener -> serves(listener, host))
                .toList();
        return fitting.stream()
                .filter(listener -> HTTPS.equals(listener.getProtocol()))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(listener -> Origin.of(listener, host));
    }

    /** Whether an allowed namespace depends on labels. */
    public static boolean selectNamespaces(Gateway gateway) {
        return gateway.getSpec().getListeners().stream()
                .flatMap(listener -> namespaces(listener).stream())
                .anyMatch(namespaces -> "Selector".equals(namespaces.getFrom()));
    }

    private boolean admits(Listener listener, String kind, String namespace) {
        return WEB.contains(listener.getProtocol()) && allowsKind(listener, kind) && allows(listener, namespace);
    }

    private static boolean allowsKind(Listener listener, String kind) {
        var kinds = Optional.ofNullable(listener.getAllowedRoutes())
                .map(AllowedRoutes::getKinds)
                .orElse(List.of());
        return kinds.isEmpty() || kinds.stream().anyMatch(allowed -> kind.equals(allowed.getKind()));
    }

    private boolean allows(Listener listener, String namespace) {
        var namespaces = namespaces(listener);
        var from = namespaces.map(RouteNamespaces::getFrom).orElse("Same");
        return switch (from) {
            case "All" -> true;
            case "Same" -> namespace.equals(gateway.getMetadata().getNamespace());
            case "Selector" ->
                namespaces
                        .map(RouteNamespaces::getSelector)
                        .filter(selector -> Selectors.matches(selector, labels.apply(namespace)))
                        .isPresent();
            // None, and whatever a later version may add.
            default -> false;
        };
    }

    private static Optional<RouteNamespaces> namespaces(Listener listener) {
        return Optional.ofNullable(listener.getAllowedRoutes()).map(AllowedRoutes::getNamespaces);
    }

    /** Whether a listener's host name covers a host. */
    private static boolean serves(Listener listener, String host) {
        return hosts(listener)
                .map(served -> served.covers(new HostPattern(host, true)))
                .orElse(true);
    }

    /** What a listener's host name stands for; empty for all hosts. */
    private static Optional<HostPattern> hosts(Listener listener) {
        return Optional.ofNullable(listener.getHostname())
                .filter(name -> !name.isEmpty())
                .map(name -> new HostPattern(name, true));
    }

    /**
     * Where a host is reached.
     *
     * @param scheme http or https
     * @param authority the host, and the port where it is not the scheme's own
     */
    public record Origin(String scheme, String authority) {
        static Origin of(Listener listener, String host) {
            boolean isEncrypted = HTTPS.equals(listener.getProtocol());
            int usual = isEncrypted ? HTTPS_PORT : HTTP_PORT;
            int port = listener.getPort() == null ? usual : listener.getPort();
            return new Origin(isEncrypted ? "https" : "http", port == usual ? host : host + ":" + port);
        }
    }
}
