// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A Gateway of the Gateway API: HTTPRoutes, and GRPCRoutes for what speaks gRPC.
 *
 * <p>What is not in every implementation is asked for only if the GatewayClass lists it under
 * {@code status.supportedFeatures}. Regular expressions have no name there; an implementation without them has to refuse
 * the route, which its status then tells.
 *
 * @param parent the Gateway
 * @param className its GatewayClass
 * @param controller the controller that the class names
 * @param features what the class lists as supported
 * @param hasGrpcRoutes whether the API server serves GRPCRoutes
 * @param hasTlsPolicies whether it serves BackendTLSPolicies
 */
public record GatewayApiDialect(
        RouteParent parent,
        String className,
        String controller,
        Set<String> features,
        boolean hasGrpcRoutes,
        boolean hasTlsPolicies)
        implements GatewayDialect {
    /** Limits of the API: rules a route, and matches of all its rules together. */
    private static final int MAX_RULES = 16;

    private static final int MAX_MATCHES = 128;

    public GatewayApiDialect {
        features = Set.copyOf(features);
    }

    /** The same of a class of which it is known what it supports, whatever it lists. */
    GatewayApiDialect with(Set<String> known) {
        return new GatewayApiDialect(parent, className, controller, known, hasGrpcRoutes, hasTlsPolicies);
    }

    @Override
    public Optional<Refusal> refusal(Feature feature) {
        return switch (feature) {
            case RULES_DIFFER, PATH_REGEX, HEADERS, WEIGHTS, REQUEST_HEADERS, HEADER_ADD, REDIRECT, REDIRECT_ALONE ->
                Optional.empty();
            case BACKEND_TLS ->
                hasTlsPolicies ? unlessListed(feature, "BackendTLSPolicy") : Optional.of(needsTlsPolicies());
            case GRPC -> hasGrpcRoutes ? unlessListed(feature, "GRPCRoute") : Optional.of(needsGrpcRoutes());
            case PROTOCOL_MIX ->
                refused(feature, "put the gRPC rules into a GatewayRoute of their own, under another host");
            case TLS_SECRET ->
                refused(
                        feature,
                        "name the Secret under spec.listeners[].tls.certificateRefs of %s instead, and remove spec.tls"
                                .formatted(parent.text()));
            case TLS_ISSUER ->
                refused(
                        feature,
                        "let cert-manager watch %s instead, by its annotation cert-manager.io/issuer or cluster-issuer"
                                        .formatted(parent.text())
                                + ", and remove spec.tls");
            default ->
                listedName(feature)
                        .map(name -> unlessListed(feature, name))
                        .orElseGet(() -> refused(feature, "remove it, or use another gateway"));
        };
    }

    /** What a GatewayClass lists if its gateways have an optional feature; empty for one without a name. */
    static Optional<String> listedName(Feature feature) {
        return switch (feature) {
            case METHODS -> Optional.of("HTTPRouteMethodMatching");
            case QUERY_PARAMS -> Optional.of("HTTPRouteQueryParamMatching");
            case BACKEND_TLS -> Optional.of("BackendTLSPolicy");
            case MIRROR -> Optional.of("HTTPRouteRequestMirror");
            case MIRROR_PERCENT -> Optional.of("HTTPRouteRequestPercentageMirror");
            case TIMEOUT -> Optional.of("HTTPRouteRequestTimeout");
            case RESPONSE_HEADERS, SECURITY_HEADERS -> Optional.of("HTTPRouteResponseHeaderModification");
            case REDIRECT_SCHEME -> Optional.of("HTTPRouteSchemeRedirect");
            case REDIRECT_PORT -> Optional.of("HTTPRoutePortRedirect");
            case REDIRECT_PATH -> Optional.of("HTTPRoutePathRedirect");
            case REDIRECT_303 -> Optional.of("HTTPRoute303RedirectStatusCode");
            case REDIRECT_307 -> Optional.of("HTTPRoute307RedirectStatusCode");
            case REDIRECT_308 -> Optional.of("HTTPRoute308RedirectStatusCode");
            case REWRITE_HOST -> Optional.of("HTTPRouteHostRewrite");
            case REWRITE_PATH -> Optional.of("HTTPRoutePathRewrite");
            case GRPC -> Optional.of("GRPCRoute");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> difference(Feature feature) {
        return switch (feature) {
            case PATH_REGEX -> Optional.of("an implementation without them does not take the route, and Ready says so");
            case BACKEND_TLS ->
                Optional.of(
                        "until the gateway has looked at it, and while the ConfigMap is missing or of no use, the answer"
                                + " is an error");
            default -> Optional.empty();
        };
    }

    @Override
    public List<HasMetadata> objects(Route route) {
        return objects(route, List.of());
    }

    /** Rules that wait for a policy lead nowhere, which the gateway answers with an error. */
    @Override
    public Step step(Route route, List<HasMetadata> present, Instant now) {
        return new Step(
                objects(BackendTlsPolicies.shut(route, present, parent, controller), present), Optional.empty());
    }

    private List<HasMetadata> objects(Route route, List<HasMetadata> present) {
        return Stream.concat(BackendTlsPolicies.of(route, present).stream(), routes(route, MAX_RULES).stream())
                .toList();
    }

    /** Only the routes, without the policies that they need, and with fewer rules in each than the API allows. */
    List<HasMetadata> routes(Route route, int maxRules) {
        var grpc = route.rules().stream().filter(RouteRule::isGrpc).toList();
        var http = route.rules().stream()
                .filter(rule -> !rule.isGrpc())
                .flatMap(RouteHttpRoute::parts)
                .toList();
        var objects = new ArrayList<HasMetadata>();
        for (var rules : portions(http, maxRules, RouteHttpRoute::matches)) {
            objects.add(RouteHttpRoute.of(route, parent, Names.part(route.name(), objects.size() + 1), rules));
        }
        int before = objects.size();
        for (var rules : portions(grpc, maxRules, rule -> 1)) {
            objects.add(RouteGrpcRoute.of(route, parent, Names.part(route.name(), objects.size() - before + 1), rules));
        }
        return objects;
    }

    @Override
    public List<String> remarks(Route route) {
        return List.of();
    }

    /** The rules in as many portions as the limits ask for. Precedence does not depend on it: the API sorts by match. */
    private static List<List<RouteRule>> portions(
            List<RouteRule> rules, int maxRules, ToIntFunction<RouteRule> matches) {
        var portions = new ArrayList<List<RouteRule>>();
        int room = 0;
        for (var rule : rules) {
            int needed = matches.applyAsInt(rule);
            if (portions.isEmpty() || portions.getLast().size() == maxRules || room < needed) {
                portions.add(new ArrayList<>());
                room = MAX_MATCHES;
            }
            portions.getLast().add(rule);
            room -= needed;
        }
        return portions;
    }

    private Optional<Refusal> unlessListed(Feature feature, String name) {
        if (features.contains(name)) {
            return Optional.empty();
        }
        return refused(
                feature,
                "GatewayClass %s lists %s under status.supportedFeatures; remove it, or use another gateway"
                        .formatted(className, features.isEmpty() ? "nothing" : "no " + name));
    }

    private Optional<Refusal> refused(Feature feature, String remedy) {
        return Optional.of(Refusal.of(controller, feature, remedy));
    }

    private Refusal needsTlsPolicies() {
        return new Refusal(
                Reason.ApiNotInstalled,
                "a Gateway is told to ask a service by TLS by BackendTLSPolicies (gateway.networking.k8s.io/v1), which are not"
                        + " installed; install the Gateway API 1.4 or later");
    }

    private Refusal needsGrpcRoutes() {
        return new Refusal(
                Reason.ApiNotInstalled,
                "a Gateway is told of gRPC by GRPCRoutes (gateway.networking.k8s.io/v1), which are not installed; install the"
                        + " Gateway API 1.1 or later");
    }
}
