// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.TraefikIngresses.Group;
import dev.atoll.operator.meta.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Ingresses that a group of rules becomes, so that a host comes before a wildcard that has it too.
 *
 * <p>Of two rules that match, Traefik takes the one whose text is longer, host and path together: by its longer path, a rule
 * for a wildcard would get the requests of a host that another route is for, with what is asked of them there. So rules of
 * wildcards have priorities of their own, which are negative and therefore below every length. An Ingress has one priority
 * for all its paths, and so there is an Ingress for each length of a path.
 */
final class TraefikHosts {
    private static final int ABOVE_EVERY_LENGTH = 10_000;

    /** Below every length, but above what is for everybody who is not answered otherwise. */
    private static final int PREFIX_OF_WILDCARD = -10_000;

    private static final int EXACT_OF_WILDCARD = -1_000;

    private TraefikHosts() {}

    /**
     * An Ingress to be.
     *
     * @param name of the Ingress
     * @param hosts which of the route's it is for
     * @param group what its requests pass, and its rules
     * @param priority of all its paths; empty where the length of their text decides
     */
    record Part(String name, List<String> hosts, Group group, Optional<Integer> priority) {}

    /** The parts of a group. The last one has the group's name, and what it may have had before stands in the others already. */
    static Stream<Part> of(Route route, Group group) {
        var byKind = route.hosts().stream().collect(Collectors.partitioningBy(host -> host.startsWith("*.")));
        var wildcards = byKind.getOrDefault(true, List.of());
        var named = byKind.getOrDefault(false, List.of());
        var parts = new ArrayList<Part>();
        if (!wildcards.isEmpty()) {
            group.rules().stream()
                    .collect(groupingBy(TraefikHosts::priority, TreeMap::new, toList()))
                    .forEach((priority, rules) -> parts.add(new Part(
                            Names.rule(group.name(), "wildcards " + priority),
                            wildcards,
                            new Group(group.name(), group.chain(), rules),
                            Optional.of(priority))));
        }
        if (named.isEmpty()) {
            var last = parts.removeLast();
            parts.add(new Part(group.name(), last.hosts(), last.group(), last.priority()));
        } else {
            var above = group.isExact() ? Optional.of(ABOVE_EVERY_LENGTH) : Optional.<Integer>empty();
            parts.add(new Part(group.name(), named, group, above));
        }
        return parts.stream();
    }

    /** The longer path before the shorter, and the exact one before both. */
    private static int priority(RouteRule rule) {
        return rule.pathType() == PathType.Exact
                ? EXACT_OF_WILDCARD
                : PREFIX_OF_WILDCARD + TraefikPath.withoutSlash(rule.path()).length();
    }
}
