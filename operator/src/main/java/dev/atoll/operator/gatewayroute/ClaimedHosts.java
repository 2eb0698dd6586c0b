// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.ClaimedHost;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Validated;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a route's status notes of its claims, so that a later edit cannot antedate them. */
final class ClaimedHosts {
    /** Longest list that the CRD accepts. */
    private static final int MAX_HOSTS = 256;

    private ClaimedHosts() {}

    /**
     * The claims after a reconcile: all hosts of the spec, and those under which something is still published.
     *
     * @param before the status so far, which may be newer than that of the observed resource
     */
    static List<ClaimedHost> after(
            GatewayRouteObserved observed,
            Validated<GatewayRouteModel> validated,
            Applied applied,
            Optional<GatewayRouteStatus> before,
            Clock clock) {
        var published = Stream.concat(applied.objects().stream(), left(observed, validated, applied, clock).stream())
                .flatMap(Publication::hosts)
                .collect(Collectors.toSet());
        var noted = before.map(GatewayRouteStatus::hosts).orElse(List.of());
        return observed.hosts().own().stream()
                .filter(claim ->
                        claim.isNamed() || published.contains(claim.claim().host()))
                .map(claim -> dated(claim, noted, clock))
                .limit(MAX_HOSTS)
                .toList();
    }

    /** Whatever may not have been taken away yet. */
    private static List<HasMetadata> left(
            GatewayRouteObserved observed, Validated<GatewayRouteModel> validated, Applied applied, Clock clock) {
        boolean isDone = applied.isComplete()
                && GatewayRouteDesired.pending(observed, validated, clock.instant())
                        .isEmpty()
                && (validated instanceof Validated.Valid<?> || observed.isRevoked());
        return isDone ? List.of() : observed.children();
    }

    private static ClaimedHost dated(HostClaim claim, List<ClaimedHost> noted, Clock clock) {
        var found = claim.claim();
        if (found.since() != null) {
            return found;
        }
        return noted.stream()
                .filter(other ->
                        other.host().equals(found.host()) && other.gateway().equals(found.gateway()))
                .findFirst()
                .orElseGet(() -> noted.isEmpty()
                        ? found
                        : new ClaimedHost(
                                found.host(),
                                found.gateway(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
}
