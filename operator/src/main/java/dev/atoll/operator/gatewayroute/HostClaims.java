// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewaydefaults.HostGrant;
import dev.atoll.api.v1alpha1.gatewayroute.ClaimedHost;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.HostPattern;
import dev.atoll.operator.meta.RouteDefaults;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which namespace has which hosts. A host belongs to the namespace that was the first to claim it, or a wildcard that covers it,
 * at a gateway. Who comes later is published under it only with that namespace's consent: under a host of it, and under a
 * wildcard with a host of it below. A claim counts whatever becomes of its route, and never depends on a younger one, so that
 * nothing changes back and forth.
 */
final class HostClaims {
    private final List<HostClaim> own;
    private final List<HostClaim> all;
    private final Function<String, List<HostGrant>> grants;
    private final boolean isContested;
    private final List<String> held;
    private final Map<String, String> shared;

    /**
     * Decides.
     *
     * @param own the claims of a route
     * @param all the claims of all routes that meet one of its own, its own included
     * @param grants what a namespace allows others
     */
    HostClaims(List<HostClaim> own, List<HostClaim> all, Function<String, List<HostGrant>> grants) {
        this.own = List.copyOf(own);
        this.all = all.stream().sorted(HostClaim.FIRST).toList();
        this.grants = grants;
        this.isContested = Stream.concat(own.stream(), all.stream())
                        .map(HostClaim::namespace)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        this.held = own.stream()
                .filter(HostClaim::isNamed)
                .filter(claim -> refusal(claim).isEmpty())
                .map(claim -> claim.claim().host())
                .toList();
        this.shared = all.stream()
                .filter(claim -> claim.isNamed() && held.contains(claim.claim().host()))
                .filter(claim -> refusal(claim).isEmpty())
                .collect(Collectors.toMap(
                        HostClaim::owner, claim -> claim.claim().host(), (one, more) -> one));
    }

    /**
     * Looks at what is known; asks nobody.
     *
     * @param children what the route is published by so far
     */
    static HostClaims read(GatewayRoute resource, List<HasMetadata> children, KnownObjects known) {
        var doors = new Doors(known);
        var own = own(resource, children, doors);
        var others = known.ofPrimary(GatewayRoute.class)
                .all()
                .filter(other -> own.stream().noneMatch(claim -> claim.isOf(other)))
                .filter(other -> HostClaim.patterns(other)
                        .anyMatch(pattern ->
                                own.stream().anyMatch(claim -> claim.pattern().meets(pattern))))
                .flatMap(other -> HostClaim.of(other, doors::of).stream())
                .filter(other -> own.stream().anyMatch(other::meets));
        return new HostClaims(
                own,
                Stream.concat(own.stream(), others).filter(doors::admit).toList(),
                namespace -> known.ofPrimary(GatewayDefaults.class)
                        .get(namespace, RouteDefaults.NAME)
                        .map(found -> found.getSpec().hostGrants())
                        .orElse(List.of()));
    }

    /** What it is published under is claimed as well, whether or not that has been noted. */
    private static List<HostClaim> own(GatewayRoute resource, List<HasMetadata> children, Doors doors) {
        var claims = HostClaim.of(resource, doors::of);
        var gateway = Entrances.reference(resource);
        var published = children.stream()
                .flatMap(Publication::hosts)
                .distinct()
                .filter(host ->
                        claims.stream().noneMatch(claim -> claim.claim().host().equals(host)))
                .map(host -> new HostClaim(resource, new ClaimedHost(host, gateway, null), doors.of(gateway)));
        return Stream.concat(claims.stream(), published).toList();
    }

    /** The claims of the route itself. */
    List<HostClaim> own() {
        return own;
    }

    /** The hosts of the spec that the route has, in its order. */
    List<String> held() {
        return held;
    }

    /** A host that this route and another one both name and both have. */
    Optional<String> shared(GatewayRoute other) {
        return Optional.ofNullable(shared.get(HostClaim.owner(other)));
    }

    /** The older claims that count beside one, of other routes. */
    Stream<HostClaim> beside(HostClaim claim) {
        return all.stream()
                .filter(other -> !other.isOf(claim.route()) && other.isNamed() && other.meets(claim))
                .filter(other -> HostClaim.FIRST.compare(other, claim) < 0)
                .filter(other -> refusal(other).isEmpty());
    }

    /** Whether the route does not have a host under which it is published. */
    boolean isRevoked(List<HasMetadata> children) {
        var lost = own.stream()
                .filter(claim -> refusal(claim).isPresent())
                .map(claim -> claim.claim().host())
                .toList();
        return children.stream().flatMap(Publication::hosts).anyMatch(lost::contains);
    }

    /** The hosts of the spec that the route does not have. */
    List<Violation> violations() {
        return own.stream()
                .filter(HostClaim::isNamed)
                .flatMap(claim -> refusal(claim).map(refusal -> violation(claim, refusal)).stream())
                .toList();
    }

    /** Whose consent a claim lacks; empty where it has all. */
    private Optional<Refusal> refusal(HostClaim claim) {
        if (!isContested) {
            return Optional.empty();
        }
        return all.stream()
                .filter(other -> !other.namespace().equals(claim.namespace()))
                .filter(other -> HostClaim.FIRST.compare(other, claim) < 0 && other.meets(claim))
                .map(other -> refusal(claim, other.pattern().common(claim.pattern())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> refusal(HostClaim claim, HostPattern contested) {
        return all.stream()
                .filter(other ->
                        other.door().equals(claim.door()) && other.pattern().covers(contested))
                .findFirst()
                .filter(owner -> !isConsented(owner, claim, contested))
                .map(owner -> new Refusal(owner, contested.text()));
    }

    private boolean isConsented(HostClaim owner, HostClaim claim, HostPattern contested) {
        return owner.namespace().equals(claim.namespace())
                || grants.apply(owner.namespace()).stream()
                        .filter(grant -> grant.namespaces().contains(claim.namespace()))
                        .flatMap(grant -> grant.hosts().stream())
                        .anyMatch(host -> new HostPattern(host, true).covers(contested));
    }

    private static Violation violation(HostClaim claim, Refusal refusal) {
        var owner = refusal.owner();
        var host = claim.claim().host();
        return new Violation(
                Reason.Conflict,
                "spec.hosts[%d]".formatted(claim.route().getSpec().hosts().indexOf(host)),
                "%s belongs to namespace %s, where %s was the first to name %s; name another host, or have %s granted to namespace %s under spec.hostGrants of GatewayDefaults %s of namespace %s"
                        .formatted(
                                host.equals(refusal.contested())
                                        ? host
                                        : host + " includes " + refusal.contested() + ", which",
                                owner.namespace(),
                                owner.owner(),
                                owner.claim().host(),
                                refusal.contested(),
                                claim.namespace(),
                                RouteDefaults.NAME,
                                owner.namespace()));
    }

    /**
     * Why a claim does not count.
     *
     * @param owner the claim by which a host belongs to another namespace
     * @param contested that host, or the wildcard for several
     */
    private record Refusal(HostClaim owner, String contested) {}
}
