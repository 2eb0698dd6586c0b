// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.BackendTls;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose word counts about how a port is asked by TLS. A policy of the Gateway API is for a port, whatever route leads there;
 * so of several rules that say different things the oldest route's counts, and within a route the upper one's.
 */
final class TlsClaims {
    private TlsClaims() {}

    /** Why a rule cannot have a port asked as it says. A rule that says nothing goes by what the others say. */
    static Optional<Violation> conflict(int index, GatewayRouteObserved observed) {
        var route = observed.resource();
        var rule = route.getSpec().rules().get(index);
        var wanted = rule.backendTLS();
        if (wanted == null) {
            return Optional.empty();
        }
        var ports = ports(rule, observed);
        var otherRoute = observed.neighbours().stream()
                .flatMap(other -> winner(wanted, ports, other, allRules(other), observed).stream()
                        .map(winner -> "GatewayRoute %s, which is older, says otherwise (spec.rules[%d])"
                                .formatted(other.getMetadata().getName(), winner)));
        var otherRule = winner(wanted, ports, route, index, observed).stream()
                .map(winner -> "spec.rules[%d] says otherwise".formatted(winner));
        return Stream.concat(otherRoute, otherRule).findFirst().map(who -> conflict(index, who));
    }

    private static Violation conflict(int index, String who) {
        return new Violation(
                Reason.Conflict,
                "spec.rules[%d].backendTLS".formatted(index),
                who
                        + " of the same port, and a port is asked in one way by all routes; say the same, or name another port");
    }

    private static int allRules(GatewayRoute route) {
        return route.getSpec().rules().size();
    }

    /** Whether two routes speak of the same service in this. */
    static boolean areOfOneService(GatewayRoute one, GatewayRoute other) {
        var asked = services(one).collect(Collectors.toSet());
        return !asked.isEmpty() && services(other).anyMatch(asked::contains);
    }

    /** Whether a route has a service asked by TLS. */
    static boolean isOf(GatewayRoute route, String service) {
        return services(route).anyMatch(service::equals);
    }

    private static Stream<String> services(GatewayRoute route) {
        return route.getSpec().rules().stream()
                .filter(rule -> rule.backendTLS() != null)
                .flatMap(rule -> RouteTargets.backends(rule).stream())
                .map(backend -> backend.service());
    }

    private static Optional<Integer> winner(
            BackendTls wanted, Set<OwnPort> ports, GatewayRoute other, int end, GatewayRouteObserved observed) {
        var rules = other.getSpec().rules();
        return IntStream.range(0, end)
                .filter(i -> rules.get(i).backendTLS() != null)
                .filter(i -> !wanted.equals(rules.get(i).backendTLS()))
                .filter(i -> ports(rules.get(i), observed).stream().anyMatch(ports::contains))
                .boxed()
                .findFirst();
    }

    private record OwnPort(String service, Port port) {}

    private static Set<OwnPort> ports(Rule rule, GatewayRouteObserved observed) {
        return RouteTargets.backends(rule).stream()
                .flatMap(backend -> observed
                        .services()
                        .apply(backend.service())
                        .flatMap(service -> Ports.find(service, backend.port()))
                        .map(port -> new OwnPort(backend.service(), port))
                        .stream())
                .collect(Collectors.toSet());
    }
}
