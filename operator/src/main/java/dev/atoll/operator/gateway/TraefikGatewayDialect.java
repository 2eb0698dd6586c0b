// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCMethodMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Gateway of Traefik: routes of the Gateway API whose rules refer to Traefik's own Middlewares (read in Traefik 3.7).
 *
 * <p>Traefik drops a rule whose Middleware it cannot use, and its requests go to the next shorter path. So beside a
 * protected rule none goes without a Middleware, as with Traefik's Ingresses.
 *
 * @param plain what it shares with every Gateway
 * @param traefik what is known of it besides
 */
public record TraefikGatewayDialect(GatewayApiDialect plain, TraefikInstallation traefik) implements GatewayDialect {
    /** How a GatewayClass names Traefik. */
    public static final String CONTROLLER = "traefik.io/gateway-controller";

    @Override
    public String controller() {
        return CONTROLLER;
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return TraefikFeatures.isByMiddleware(feature)
                ? TraefikFeatures.refusal(feature, CONTROLLER, traefik)
                : plain.refusal(feature);
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return switch (feature) {
            case PATH_REGEX -> Optional.of("of an expression and a prefix that both match, the longer text counts");
            case METHODS ->
                Optional.of(
                        "among rules of several GatewayRoutes of a host, one counts as much as ten characters of a path");
            case HEADERS ->
                Optional.of(
                        "among rules of several GatewayRoutes of a host, each counts as much as one character of a path;"
                                + " several of them above a path that is hardly longer are refused");
            default ->
                TraefikFeatures.isByMiddleware(feature) ? TraefikDifferences.of(feature) : plain.difference(feature);
        };
    }

    @Override
    public Optional<String> misfit(SecretUse use, SecretFacts secret) {
        return SecretFit.ofTraefik(use, secret);
    }

    @Override
    public Optional<String> withoutSecret(SecretUse use) {
        return Optional.of("Traefik answers none of these paths");
    }

    @Override
    public List<Violation> violations(GatewayRouteSpec spec) {
        return Stream.concat(TraefikAddresses.violations(spec).stream(), TraefikWeights.violations(spec).stream())
                .toList();
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        return objects(route, List.of());
    }

    /** Rules that wait for a policy lead nowhere, which Traefik answers with 503. */
    @Override
    public Step step(Route route, List<HasMetadata> present, Instant now) {
        var shut = BackendTlsPolicies.shut(route, present, plain.parent(), CONTROLLER);
        return new Step(objects(shut, present), Optional.empty());
    }

    private List<HasMetadata> objects(Route asked, List<HasMetadata> present) {
        var route = asked.withRules(TraefikRules.of(asked.rules()));
        var http = route.rules().stream()
                .filter(rule -> !rule.isGrpc())
                .flatMap(RouteHttpRoute::parts)
                .iterator();
        var grpc = route.rules().stream().filter(RouteRule::isGrpc).iterator();
        var routes = plain.routes(route, TraefikRules.MAX_IN_ROUTE).stream()
                .map(made -> switch (made) {
                    case HTTPRoute found -> http(route, found, http);
                    case GRPCRoute found -> grpc(route, found, grpc);
                    default -> made;
                })
                .toList();
        var middlewares = route.rules().stream()
                .flatMap(rule -> chain(route, rule).stream())
                .distinct();
        // What a route refers to comes before it.
        var policies = BackendTlsPolicies.of(route, present).stream();
        return Stream.concat(Stream.<HasMetadata>concat(policies, middlewares), routes.stream())
                .toList();
    }

    @Override
    public List<String> remarks(Route route) {
        return TraefikIngressDialect.unseenSecrets(route).toList();
    }

    /** The Middlewares of a rule; headers are changed by the filters that every Gateway has. */
    private List<Middleware> chain(Route route, RouteRule rule) {
        if (rule.isClosed()) {
            return List.of();
        }
        boolean isCommon = rule.treatment().equals(route.common());
        var base = isCommon ? route.name() : Names.rule(route.name(), rule.requests());
        var chain = TraefikChain.of(route, base, rule.treatment().withoutFilters(), rule.path(), traefik);
        boolean isBesideProtected =
                route.rules().stream().anyMatch(other -> other.treatment().isProtection());
        return chain.isEmpty() && isBesideProtected ? List.of(TraefikChain.open(route)) : chain;
    }

    private HTTPRoute http(Route route, HTTPRoute made, Iterator<RouteRule> rules) {
        var referring = new ArrayList<HTTPRouteRule>();
        for (var rule : made.getSpec().getRules()) {
            referring.add(RouteFilters.referring(rule, names(route, rules.next())));
        }
        return new HTTPRouteBuilder(made)
                .editSpec()
                .withRules(referring)
                .endSpec()
                .build();
    }

    private GRPCRoute grpc(Route route, GRPCRoute made, Iterator<RouteRule> rules) {
        var referring = new ArrayList<GRPCRouteRule>();
        for (var rule : made.getSpec().getRules()) {
            var exact = new GRPCRouteRuleBuilder(rule)
                    .withMatches(rule.getMatches().stream()
                            .map(TraefikGatewayDialect::exactly)
                            .toList())
                    .build();
            referring.add(RouteFilters.referring(exact, names(route, rules.next())));
        }
        return new GRPCRouteBuilder(made)
                .editSpec()
                .withRules(referring)
                .endSpec()
                .build();
    }

    /**
     * Traefik makes a regular expression of service and method that is open at its end, so that Count would be CountAll too,
     * and lets the longer text win, which for a short method is that of the whole service. So it gets an expression that
     * ends, and that is longer.
     */
    private static GRPCRouteMatch exactly(GRPCRouteMatch match) {
        var call = match.getMethod();
        if (call == null || call.getMethod() == null) {
            return match;
        }
        return new GRPCRouteMatchBuilder(match)
                .withMethod(new GRPCMethodMatch(
                        "(?:%s)$".formatted(call.getMethod()),
                        call.getService().replace(".", "[.]"),
                        "RegularExpression"))
                .build();
    }

    private List<String> names(Route route, RouteRule rule) {
        return chain(route, rule).stream()
                .map(middleware -> middleware.getMetadata().getName())
                .toList();
    }
}
