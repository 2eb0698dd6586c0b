// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.RouteIngress.Variant;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traefik, by Ingresses and its own Middlewares (read in Traefik 3.7).
 *
 * <p>An Ingress's {@code spec.tls} only brings Traefik the certificate. That the paths are answered by HTTPS is said by
 * {@code router.tls}, and they are then no longer answered by plain HTTP; so plain HTTP, redirected or not, takes a twin
 * of the Ingress. The twin has the same paths, since an entry point may add TLS to it by itself.
 *
 * <p>Of two rules that match, Traefik takes the one whose text is longer. An exact path is the shorter text, and would
 * lose against a prefix: exact paths stand in an Ingress of their own with a priority above every length.
 *
 * @param className the IngressClass
 * @param hasMiddlewares whether Traefik's CRDs are installed
 */
public record TraefikIngressDialect(String className, boolean hasMiddlewares) implements GatewayDialect {
    /** How an IngressClass names Traefik. */
    public static final String CONTROLLER = "traefik.io/ingress-controller";

    private static final String ANNOTATION = "traefik.ingress.kubernetes.io/";
    private static final String ABOVE_EVERY_LENGTH = "10000";

    @Override
    public String controller() {
        return CONTROLLER;
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return switch (feature) {
            case TLS_REDIRECT -> hasMiddlewares ? Optional.empty() : Optional.of(needsMiddlewares());
            case TLS_PLAIN -> Optional.empty();
            default -> new PlainIngressDialect(className, CONTROLLER).refusal(feature);
        };
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        var ingresses = rulesByName(route).entrySet().stream()
                .flatMap(named -> variants(route, named.getKey(), named.getValue()))
                .<HasMetadata>map(variant -> RouteIngress.of(route, className, variant))
                .toList();
        var objects = new ArrayList<HasMetadata>();
        if (isRedirected(route) && !ingresses.isEmpty()) {
            objects.add(RedirectMiddleware.of(route));
        }
        objects.addAll(ingresses);
        return objects;
    }

    @Override
    public List<String> remarks(Route route) {
        return route.tls().isPresent() && !isPlainAnswered(route)
                ? List.of("plain HTTP is not answered, for redirecting it needs Traefik's CRDs (traefik.io/v1alpha1)")
                : List.of();
    }

    /** The names of the Ingresses with their rules; the route's own name is always among them. */
    private static Map<String, List<RouteRule>> rulesByName(Route route) {
        var rules = new LinkedHashMap<String, List<RouteRule>>();
        for (var rule : route.rules()) {
            if (rule.onlyTarget().isPresent()) {
                var name = rule.pathType() == PathType.Exact ? Names.exactPaths(route.name()) : route.name();
                rules.computeIfAbsent(name, ignored -> new ArrayList<>()).add(rule);
            }
        }
        if (rules.size() == 1) {
            return Map.of(route.name(), rules.values().iterator().next());
        }
        return rules;
    }

    private Stream<Variant> variants(Route route, String name, List<RouteRule> rules) {
        var common = new LinkedHashMap<String, String>();
        if (rules.stream().anyMatch(rule -> rule.pathType() == PathType.Exact)) {
            common.put(ANNOTATION + "router.priority", ABOVE_EVERY_LENGTH);
        }
        if (route.tls().isEmpty()) {
            return Stream.of(new Variant(name, common, false, rules));
        }
        var encrypted = new LinkedHashMap<>(common);
        encrypted.put(ANNOTATION + "router.tls", "true");
        if (name.equals(route.name())) {
            // One certificate, so one Ingress asks for it.
            encrypted.putAll(PlainIngressDialect.issuer(route));
        }
        if (isRedirected(route)) {
            common.put(ANNOTATION + "router.middlewares", reference(route, Names.redirect(route.name())));
        }
        var main = Stream.of(new Variant(name, encrypted, true, rules));
        return isPlainAnswered(route)
                ? Stream.concat(main, Stream.of(new Variant(Names.plainHttp(name), common, false, rules)))
                : main;
    }

    private boolean isRedirected(Route route) {
        return hasMiddlewares
                && route.tls()
                        .filter(tls -> !Boolean.FALSE.equals(tls.redirect()))
                        .isPresent();
    }

    private boolean isPlainAnswered(Route route) {
        return isRedirected(route)
                || route.tls()
                        .filter(tls -> Boolean.FALSE.equals(tls.redirect()))
                        .isPresent();
    }

    /**
     * Traefik's name for a Middleware of a namespace: what is neither letter nor digit becomes one dash. With its option
     * {@code safeNaming} (3.7.11, off by default) the name would be another one, and Traefik would leave out the twin;
     * HTTPS does not depend on it.
     */
    private static String reference(Route route, String middleware) {
        var name = route.identity().namespace() + "-" + middleware;
        return name.replaceAll("[^a-zA-Z0-9]+", "-") + "@kubernetescrd";
    }

    private Refusal needsMiddlewares() {
        return new Refusal(
                Reason.ApiNotInstalled,
                "Traefik redirects by a Middleware (traefik.io/v1alpha1), which is not installed; install Traefik's CRDs, or"
                        + " remove it");
    }
}
