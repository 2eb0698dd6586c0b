// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.ClaimedHost;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.meta.Oldest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A host that a route claims at a gateway: because its spec names it, or because it is still published under it although
 * the spec no longer does.
 *
 * @param claim the host, the gateway, and since when; a host that has only just been added has no time, and comes last
 * @param door the gateway itself, which may have several names
 */
record HostClaim(GatewayRoute route, ClaimedHost claim, String door) {
    /**
     * Who came first has precedence. Times are RFC 3339 in UTC with whole seconds, which sort as text; within one second a host that
     * was added comes after one that was there from the beginning.
     */
    static final Comparator<HostClaim> FIRST = Comparator.comparing(
                    (HostClaim claim) -> claim.claim().since(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(HostClaim::isAddition)
            .thenComparing(HostClaim::route, Oldest.FIRST);

    /**
     * All claims of a route; those of its spec first, in its order.
     *
     * @param doors from a gateway's name to what tells it from others
     */
    static List<HostClaim> of(GatewayRoute route, UnaryOperator<String> doors) {
        var recorded = recorded(route);
        var named = route.getSpec().hosts().stream()
                .map(host -> named(route, host, recorded))
                .toList();
        return Stream.concat(named.stream(), recorded.stream().filter(claim -> !named.contains(claim)))
                .map(claim -> new HostClaim(route, claim, doors.apply(claim.gateway())))
                .toList();
    }

    /** Whatever a route claims anywhere. */
    static Stream<HostPattern> patterns(GatewayRoute route) {
        return of(route, UnaryOperator.identity()).stream().map(HostClaim::pattern);
    }

    /**
     * Of a route that nobody has looked at yet, every host counts from its creation. A host that joins the others later counts
     * from then, so that an old route is no way to a host that somebody has by now.
     */
    private static ClaimedHost named(GatewayRoute route, String host, List<ClaimedHost> recorded) {
        var gateway = Entrances.reference(route);
        return recorded.stream()
                .filter(claim -> claim.host().equals(host) && claim.gateway().equals(gateway))
                .findFirst()
                .orElseGet(() -> new ClaimedHost(
                        host, gateway, recorded.isEmpty() ? route.getMetadata().getCreationTimestamp() : null));
    }

    private static List<ClaimedHost> recorded(GatewayRoute route) {
        return Optional.ofNullable(route.getStatus())
                .map(status -> status.hosts())
                .orElse(List.of());
    }

    HostPattern pattern() {
        return new HostPattern(claim.host(), Entrances.isGateway(claim.gateway()));
    }

    private boolean isAddition() {
        return !Objects.equals(claim.since(), route.getMetadata().getCreationTimestamp());
    }

    /** Whether a request can be for both. */
    boolean meets(HostClaim other) {
        return door.equals(other.door) && pattern().meets(other.pattern());
    }

    /** Whether the spec names it, instead of only what is still published. */
    boolean isNamed() {
        return claim.gateway().equals(Entrances.reference(route))
                && route.getSpec().hosts().contains(claim.host());
    }

    boolean isOf(HasMetadata other) {
        return namespace().equals(other.getMetadata().getNamespace())
                && route.getMetadata().getName().equals(other.getMetadata().getName());
    }

    String namespace() {
        return route.getMetadata().getNamespace();
    }

    /** The route, for messages. */
    String owner() {
        return owner(route);
    }

    /** A route, for messages. */
    static String owner(GatewayRoute route) {
        return "GatewayRoute " + route.getMetadata().getNamespace() + "/"
                + route.getMetadata().getName();
    }
}
