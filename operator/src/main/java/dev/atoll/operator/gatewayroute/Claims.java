// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which requests belong to whom. A rule claims a host and a path, with its methods, headers and query parameters; of two equal claims at one
 * gateway the older route's counts, and within a route the upper rule's. A claim counts whatever becomes of its route, so
 * that who wins does not change back and forth.
 */
final class Claims {
    private Claims() {}

    /**
     * The rules of a route whose claim somebody else has, by their index.
     *
     * @param dialect which routes can have a host in common
     */
    static List<Lost> lost(GatewayRouteObserved observed, GatewayDialect dialect) {
        var rules = observed.resource().getSpec().rules();
        var taken = hostTaken(observed, dialect);
        if (taken.isPresent()) {
            return IntStream.range(0, rules.size())
                    .mapToObj(i -> new Lost(i, taken.get()))
                    .toList();
        }
        return IntStream.range(0, rules.size())
                .mapToObj(i -> lost(i, observed))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A rule that is not published.
     *
     * @param rule its index
     * @param violation who has its claim
     */
    record Lost(int rule, Violation violation) {}

    private static Optional<Lost> lost(int index, GatewayRouteObserved observed) {
        var route = observed.resource();
        var rule = route.getSpec().rules().get(index);
        return observed.older().stream()
                .flatMap(other -> winner(rule, other, other.getSpec().rules().size()).stream()
                        .map(winner -> toOther(index, observed, other, winner)))
                .findFirst()
                .or(() -> winner(rule, route, index).map(winner -> toOwn(index, rule, winner)));
    }

    /** The first of a route's upper rules that makes the same claim. */
    private static Optional<Integer> winner(Rule rule, GatewayRoute route, int end) {
        var rules = route.getSpec().rules();
        return IntStream.range(0, end)
                .filter(i -> areEqual(rule, rules.get(i)))
                .boxed()
                .findFirst();
    }

    /** That an older route has a host, and the gateway cannot be told two routes of it. */
    static Optional<Violation> hostTaken(GatewayRouteObserved observed, GatewayDialect dialect) {
        return observed.older().stream()
                .flatMap(other -> dialect.soleness(observed.resource().getSpec(), other.getSpec()).stream()
                        .map(why -> hostTaken(observed, other, why)))
                .findFirst();
    }

    private static Violation hostTaken(GatewayRouteObserved observed, GatewayRoute other, String why) {
        return new Violation(
                Reason.Conflict,
                "spec.hosts",
                "GatewayRoute %s/%s, which is older, has %s already, and %s"
                        .formatted(
                                other.getMetadata().getNamespace(),
                                other.getMetadata().getName(),
                                observed.hosts().shared(other).orElseThrow(),
                                why));
    }

    private static Lost toOther(int index, GatewayRouteObserved observed, GatewayRoute other, int winner) {
        var rule = observed.resource().getSpec().rules().get(index);
        return lost(
                index,
                rule,
                "GatewayRoute %s/%s, which is older, has %s%s already (spec.rules[%d]); remove the rule, or change its host or path"
                        .formatted(
                                other.getMetadata().getNamespace(),
                                other.getMetadata().getName(),
                                observed.hosts().shared(other).orElseThrow(),
                                rule.path(),
                                winner));
    }

    private static Lost toOwn(int index, Rule rule, int winner) {
        return lost(index, rule, "is for the same requests as spec.rules[%d]; remove one of them".formatted(winner));
    }

    private static Lost lost(int index, Rule rule, String message) {
        var field = "spec.rules[%d].%s".formatted(index, rule.grpc() == null ? "path" : "grpc");
        return new Lost(index, new Violation(Reason.Conflict, field, message));
    }

    /** Whether no request can be for both, since their methods are others. */
    static boolean areDisjoint(Rule one, Rule other) {
        return !one.methods().isEmpty()
                && !other.methods().isEmpty()
                && Collections.disjoint(one.methods(), other.methods());
    }

    /** Whether two rules of the same host claim the same requests. */
    static boolean areEqual(Rule one, Rule other) {
        return one.pathType() == other.pathType()
                && path(one).equals(path(other))
                && Objects.equals(one.grpc(), other.grpc())
                && headers(one).equals(headers(other))
                && Set.copyOf(one.queryParams()).equals(Set.copyOf(other.queryParams()))
                && areForOneMethod(one.methods(), other.methods());
    }

    /** A slash at the end of a prefix means nothing. */
    private static String path(Rule rule) {
        return rule.pathType() == PathType.Prefix && rule.path().endsWith("/")
                ? rule.path().substring(0, rule.path().length() - 1)
                : rule.path();
    }

    private static Set<List<Object>> headers(Rule rule) {
        return rule.headers().stream()
                .map(header -> List.<Object>of(header.name().toLowerCase(Locale.ROOT), header.type(), header.value()))
                .collect(Collectors.toSet());
    }

    /** A rule for some methods comes before one for all of them, as one for a header does before one without. */
    private static boolean areForOneMethod(List<HttpMethod> some, List<HttpMethod> others) {
        return some.isEmpty() ? others.isEmpty() : !Collections.disjoint(some, others);
    }
}
