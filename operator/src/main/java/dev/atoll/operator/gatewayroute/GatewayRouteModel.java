// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.gateway.Route;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Treatment;
import dev.atoll.operator.gatewayroute.Claims.Lost;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.OwnerRefs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the children of a GatewayRoute are built from.
 *
 * @param dialect how its gateway is told
 * @param route what it is told: the hosts that the route has, and the rules that nobody else claims, if one of them leads
 *     somewhere
 */
record GatewayRouteModel(GatewayDialect dialect, Route route) {

    /** Completes the spec. Checks nothing. */
    static GatewayRouteModel from(
            GatewayRouteObserved observed,
            GatewayDialect dialect,
            List<ResolvedRule> rules,
            List<Lost> lost,
            AskedServices asked) {
        var spec = observed.spec();
        var left = lost.stream().map(Lost::rule).collect(Collectors.toSet());
        var hosts = observed.hosts().held();
        var route = new Route(
                identity(observed.resource()),
                hosts,
                Optional.ofNullable(spec.tls()),
                Treatment.of(spec, asked::get),
                // Without any host, rules would be for all of them.
                hosts.isEmpty() ? List.of() : rules(spec, rules, left, asked));
        return new GatewayRouteModel(dialect, route);
    }

    /** Who the children of a GatewayRoute belong to. A route is part of what its namespace is for. */
    static Identity identity(GatewayRoute resource) {
        var metadata = resource.getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                metadata.getNamespace(),
                Identity.GATEWAY,
                OwnerRefs.controller(resource));
    }

    private static List<RouteRule> rules(
            GatewayRouteSpec spec, List<ResolvedRule> rules, Set<Integer> left, AskedServices asked) {
        var own = IntStream.range(0, rules.size())
                .filter(i -> !left.contains(i))
                .mapToObj(rules::get)
                .toList();
        return own.stream().anyMatch(ResolvedRule::isPublishable)
                ? own.stream()
                        .map(rule -> rule(spec, rule, isOnlyGrpc(own), asked))
                        .toList()
                : List.of();
    }

    /** Of a service that is missing nobody knows what it speaks; under one host it cannot be anything else then. */
    private static boolean isOnlyGrpc(List<ResolvedRule> rules) {
        return rules.stream().filter(ResolvedRule::isSettled).allMatch(ResolvedRule::isGrpc);
    }

    private static RouteRule rule(
            GatewayRouteSpec spec, ResolvedRule resolved, boolean isOnlyGrpc, AskedServices asked) {
        var rule = resolved.rule();
        return new RouteRule(
                rule.path(),
                rule.pathType(),
                rule.methods(),
                rule.headers(),
                rule.queryParams(),
                resolved.isGrpc() || (!resolved.isSettled() && isOnlyGrpc),
                rule.grpc(),
                resolved.targets(),
                Optional.ofNullable(rule.backendTLS()),
                resolved.mirror(),
                rule.timeout() == null ? spec.timeout() : rule.timeout(),
                Treatment.of(spec, rule, asked::get));
    }
}
