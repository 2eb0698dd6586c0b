// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the rules of a route share Ingresses at Traefik, whose annotations are for all paths of an Ingress.
 *
 * <p>A rule that is treated in its own way has an Ingress of its own, named after its path, so that an edit changes this one
 * in place. These come first: a path that moves from one Ingress to another is then in both for a moment, not in none.
 */
final class TraefikIngresses {
    private TraefikIngresses() {}

    /**
     * Rules with an Ingress in common.
     *
     * @param name of the Ingress
     * @param chain what their requests pass
     */
    record Group(String name, List<Middleware> chain, List<RouteRule> rules) {
        boolean isExact() {
            return rules.stream().anyMatch(rule -> rule.pathType() == PathType.Exact);
        }
    }

    /**
     * The groups of a route; one of them has its name, unless there are none.
     *
     * @param traefik what is known of the one that is told
     */
    static List<Group> of(Route route, TraefikInstallation traefik) {
        var rules = route.rules().stream()
                .filter(rule -> !rule.isClosed())
                .map(rule -> answered(route, rule))
                .filter(rule -> rule.onlyTarget().isPresent())
                .toList();
        var shared = new LinkedHashMap<String, List<RouteRule>>();
        rules.stream()
                .filter(rule -> !isOwn(route, rule))
                .forEach(rule -> shared.computeIfAbsent(sharedName(route, rule), ignored -> new ArrayList<>())
                        .add(rule));
        var own = rules.stream().filter(rule -> isOwn(route, rule)).map(rule -> own(route, rule, traefik));
        var common = TraefikChain.of(route, route.name(), route.common(), "/", traefik);
        var groups = Stream.concat(
                        Stream.concat(traefik.hasCrds() ? closed(route) : Stream.empty(), own),
                        shared.entrySet().stream().map(entry -> new Group(entry.getKey(), common, entry.getValue())))
                .toList();
        return named(
                route,
                route.rules().stream().anyMatch(rule -> rule.treatment().isProtection())
                        ? chained(route, groups)
                        : groups);
    }

    /** Behind a redirect stands any service of the route, since an Ingress needs one. No request gets there. */
    private static RouteRule answered(Route route, RouteRule rule) {
        return rule.treatment().filters().redirect().isEmpty() ? rule : rule.withTargets(anyTarget(route));
    }

    private static List<Target> anyTarget(Route route) {
        return route.rules().stream()
                .flatMap(other -> other.onlyTarget().stream())
                .limit(1)
                .toList();
    }

    /** Paths that answer nobody. Here, too, an Ingress needs a service, to which no request gets. */
    private static Stream<Group> closed(Route route) {
        return route.rules().stream()
                .filter(RouteRule::isClosed)
                .map(rule -> rule.withTargets(anyTarget(route)))
                .filter(rule -> rule.onlyTarget().isPresent())
                .map(rule -> new Group(ownName(route, rule), List.of(TraefikChain.closed(route)), List.of(rule)));
    }

    /** Beside a rule that is protected, none goes without any Middleware. */
    private static List<Group> chained(Route route, List<Group> groups) {
        return groups.stream()
                .map(group -> group.chain().isEmpty()
                        ? new Group(group.name(), List.of(TraefikChain.open(route)), group.rules())
                        : group)
                .toList();
    }

    private static Group own(Route route, RouteRule rule, TraefikInstallation traefik) {
        var name = ownName(route, rule);
        return new Group(name, TraefikChain.of(route, name, rule.treatment(), rule.path(), traefik), List.of(rule));
    }

    private static String ownName(Route route, RouteRule rule) {
        return Names.rule(route.name(), rule.pathType() + " " + rule.path());
    }

    private static boolean isOwn(Route route, RouteRule rule) {
        return !rule.treatment().equals(route.common());
    }

    private static String sharedName(Route route, RouteRule rule) {
        return rule.pathType() == PathType.Exact ? Names.exactPaths(route.name()) : route.name();
    }

    /** The last one gets the route's name where none has it; the Middlewares keep theirs. */
    private static List<Group> named(Route route, List<Group> groups) {
        if (groups.isEmpty() || groups.stream().anyMatch(group -> group.name().equals(route.name()))) {
            return groups;
        }
        var last = groups.getLast();
        return Stream.concat(
                        groups.stream().limit(groups.size() - 1L),
                        Stream.of(new Group(route.name(), last.chain(), last.rules())))
                .toList();
    }
}
