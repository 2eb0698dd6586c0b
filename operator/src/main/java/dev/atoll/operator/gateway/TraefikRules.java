// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a route, as Traefik has to be told them by the Gateway API to take them as others do (read in Traefik 3.7).
 *
 * <p>Traefik weighs a rule by a sum: 100 for each character of a prefix, 1000 for a method, 100 for each header, 10 for each
 * query parameter, and 1 for each rule that comes after it in its HTTPRoute. A method would outweigh ten characters, so that
 * requests went to a shorter path, with what is asked of them there. A rule below a path with methods is therefore told a
 * second time, with these methods.
 */
final class TraefikRules {
    /** So few that their order weighs less than one query parameter. */
    static final int MAX_IN_ROUTE = 9;

    private TraefikRules() {}

    static List<RouteRule> of(List<RouteRule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule), withMethodsAbove(rule, rules)))
                .toList();
    }

    private static Stream<RouteRule> withMethodsAbove(RouteRule rule, List<RouteRule> rules) {
        if (rule.isGrpc() || !rule.methods().isEmpty() || rule.pathType() != PathType.Prefix) {
            return Stream.empty();
        }
        List<HttpMethod> methods = rules.stream()
                .filter(other -> isAbove(other, rule))
                .flatMap(other -> other.methods().stream())
                .filter(method -> rules.stream().noneMatch(other -> isBeside(other, rule, method)))
                .distinct()
                .sorted()
                .toList();
        return methods.isEmpty() ? Stream.empty() : Stream.of(rule.withMethods(methods));
    }

    /** Whether a method of the same requests has a rule of its own. */
    private static boolean isBeside(RouteRule other, RouteRule rule, HttpMethod method) {
        return other.methods().contains(method)
                && other.pathType() == rule.pathType()
                && TraefikPath.withoutSlash(other.path()).equals(TraefikPath.withoutSlash(rule.path()))
                && headers(other).equals(headers(rule))
                && Set.copyOf(other.queryParams()).equals(Set.copyOf(rule.queryParams()));
    }

    /** The names of headers are the same in any case. */
    private static Set<HeaderMatch> headers(RouteRule rule) {
        return rule.headers().stream()
                .map(match -> new HeaderMatch(match.name().toLowerCase(Locale.ROOT), match.value(), match.type()))
                .collect(Collectors.toSet());
    }

    /** Whether the requests of a rule match another one's shorter path. The path / weighs less than any other anyway. */
    private static boolean isAbove(RouteRule other, RouteRule rule) {
        var shorter = TraefikPath.withoutSlash(other.path());
        return !other.isGrpc()
                && other.pathType() == PathType.Prefix
                && !shorter.isEmpty()
                && TraefikPath.withoutSlash(rule.path()).startsWith(shorter + "/");
    }
}
