// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.operator.gateway.Route.Mirror;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.meta.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCHeaderMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The route of one rule that Envoy Gateway has a policy for. */
final class EnvoyRoutes {
    private static final String ANY = ".*";
    private static final String EXPRESSION = "RegularExpression";
    private static final HttpMethod PREFLIGHT = HttpMethod.OPTIONS;

    private EnvoyRoutes() {}

    /** The route as it is when its policies are in force. */
    static HasMetadata of(Route route, RouteParent parent, String name, RouteRule rule) {
        return rule.isGrpc()
                ? grpc(RouteGrpcRoute.of(route, parent, name, List.of(rule)), rule)
                : http(
                        RouteHttpRoute.of(
                                route, parent, name, RouteHttpRoute.parts(rule).toList()),
                        rule);
    }

    /**
     * The same route while a policy is not yet in force: it leads nowhere, which Envoy Gateway answers with 500. So its
     * requests reach no service, and no rule for a shorter path either. Of a policy for a Service it says something only
     * when a route names that Service, with a weight above zero; so the route copies none of its requests there.
     */
    static HasMetadata shut(HasMetadata route, RouteRule of) {
        return switch (route) {
            case HTTPRoute http ->
                new HTTPRouteBuilder(http)
                        .editMetadata()
                        .addToAnnotations(Annotations.SHUT, "true")
                        .endMetadata()
                        .editSpec()
                        .withRules(http.getSpec().getRules().stream()
                                .map(rule -> new HTTPRouteRuleBuilder(rule)
                                        .withFilters(named(of))
                                        .withBackendRefs(List.of())
                                        .build())
                                .toList())
                        .endSpec()
                        .build();
            case GRPCRoute grpc ->
                new GRPCRouteBuilder(grpc)
                        .editMetadata()
                        .addToAnnotations(Annotations.SHUT, "true")
                        .endMetadata()
                        .editSpec()
                        .withRules(grpc.getSpec().getRules().stream()
                                .map(rule -> new GRPCRouteRuleBuilder(rule)
                                        .withFilters(List.of())
                                        .withBackendRefs(List.of())
                                        .build())
                                .toList())
                        .endSpec()
                        .build();
            default -> throw new IllegalStateException("not a route: " + route.getKind());
        };
    }

    private static List<HTTPRouteFilter> named(RouteRule rule) {
        return rule.backendTls().isEmpty()
                ? List.of()
                : rule.targets().stream()
                        .map(target -> RouteFilters.mirror(new Mirror(target, 0)))
                        .toList();
    }

    /** The same route with headers taken out of every request that goes to a service. */
    static HasMetadata without(HasMetadata route, List<String> names) {
        if (names.isEmpty()) {
            return route;
        }
        return switch (route) {
            case HTTPRoute http ->
                new HTTPRouteBuilder(http)
                        .editSpec()
                        .withRules(http.getSpec().getRules().stream()
                                .map(rule -> rule.getBackendRefs().isEmpty()
                                        ? rule
                                        : new HTTPRouteRuleBuilder(rule)
                                                .withFilters(RouteFilters.without(rule.getFilters(), names))
                                                .build())
                                .toList())
                        .endSpec()
                        .build();
            case GRPCRoute grpc ->
                new GRPCRouteBuilder(grpc)
                        .editSpec()
                        .withRules(grpc.getSpec().getRules().stream()
                                .map(rule -> rule.getBackendRefs().isEmpty()
                                        ? rule
                                        : new GRPCRouteRuleBuilder(rule)
                                                .withFilters(RouteFilters.withoutInCalls(rule.getFilters(), names))
                                                .build())
                                .toList())
                        .endSpec()
                        .build();
            default -> throw new IllegalStateException("not a route: " + route.getKind());
        };
    }

    static boolean isShut(HasMetadata route) {
        return Annotations.get(route, Annotations.SHUT).isPresent();
    }

    private static HTTPRoute http(HTTPRoute route, RouteRule rule) {
        var rules = route.getSpec().getRules().stream()
                .flatMap(made -> preflights(made, rule))
                .flatMap(made -> Stream.concat(Stream.of(made), cleaned(made, rule)))
                .toList();
        return new HTTPRouteBuilder(route).editSpec().withRules(rules).endSpec().build();
    }

    /**
     * Where a rule is for some methods only, the questions that browsers ask before these belong to it as well. A rule that
     * replaces a prefix may have one match only.
     */
    private static Stream<HTTPRouteRule> preflights(HTTPRouteRule made, RouteRule rule) {
        if (rule.treatment().cors().isEmpty() || rule.methods().contains(PREFLIGHT)) {
            return Stream.of(made);
        }
        var questions = made.getMatches().stream()
                .filter(match -> match.getMethod() != null)
                .map(match -> new HTTPRouteMatchBuilder(match)
                        .withMethod(PREFLIGHT.name())
                        .addToHeaders(new HTTPHeaderMatch("Access-Control-Request-Method", "Exact", match.getMethod()))
                        .build())
                .toList();
        return rule.treatment().filters().replacesPrefix() && !questions.isEmpty()
                ? Stream.of(made, matching(made, questions))
                : Stream.of(matching(
                        made,
                        Stream.concat(made.getMatches().stream(), questions.stream())
                                .toList()));
    }

    private static HTTPRouteRule matching(HTTPRouteRule made, List<HTTPRouteMatch> matches) {
        return new HTTPRouteRuleBuilder(made).withMatches(matches).build();
    }

    /**
     * The same for requests that bring a header which only the service that is asked may give: without all such headers.
     * Envoy replaces them only by what the service says, and keeps the client's own where it says nothing.
     */
    private static Stream<HTTPRouteRule> cleaned(HTTPRouteRule made, RouteRule rule) {
        var headers = given(rule);
        return headers.stream()
                .map(header -> new HTTPRouteRuleBuilder(made)
                        .withMatches(made.getMatches().stream()
                                .map(match -> with(match, header))
                                .toList())
                        .withFilters(RouteFilters.without(made.getFilters(), headers))
                        .build());
    }

    private static HTTPRouteMatch with(HTTPRouteMatch match, String header) {
        return new HTTPRouteMatchBuilder(match)
                .addToHeaders(new HTTPHeaderMatch(header, EXPRESSION, ANY))
                .build();
    }

    private static GRPCRoute grpc(GRPCRoute route, RouteRule rule) {
        var rules = route.getSpec().getRules().stream()
                .flatMap(made -> Stream.concat(Stream.of(made), cleaned(made, rule)))
                .toList();
        return new GRPCRouteBuilder(route).editSpec().withRules(rules).endSpec().build();
    }

    private static Stream<GRPCRouteRule> cleaned(GRPCRouteRule made, RouteRule rule) {
        var headers = given(rule);
        var matches = made.getMatches().isEmpty() ? List.of(new GRPCRouteMatch()) : made.getMatches();
        return headers.stream()
                .map(header -> new GRPCRouteRuleBuilder(made)
                        .withMatches(matches.stream()
                                .map(match -> new GRPCRouteMatchBuilder(match)
                                        .addToHeaders(new GRPCHeaderMatch(header, EXPRESSION, ANY))
                                        .build())
                                .toList())
                        .withFilters(RouteFilters.withoutInCalls(made.getFilters(), headers))
                        .build());
    }

    private static List<String> given(RouteRule rule) {
        return EnvoySecurity.forward(rule.treatment())
                .map(forward -> forward.responseHeaders())
                .orElse(List.of());
    }
}
