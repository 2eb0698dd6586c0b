// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a route takes requests from an older one, or goes without some because of it, though both are published: a host beside a
 * wildcard that covers it, and paths below each other. Both are of use; who does not mean it should know.
 */
final class Overlaps {
    private static final int MOST = 8;

    private Overlaps() {}

    /** A few remarks, without a full stop; of paths only those of other namespaces, since one's own are known. */
    static List<String> of(HostClaims hosts) {
        var held = hosts.held();
        var older = hosts.own().stream()
                .filter(claim -> claim.isNamed() && held.contains(claim.claim().host()))
                .flatMap(claim -> hosts.beside(claim).flatMap(other -> remarks(claim, other)))
                .distinct()
                .toList();
        return older.size() <= MOST
                ? older
                : Stream.concat(
                                older.stream().limit(MOST),
                                Stream.of("%d more of this kind".formatted(older.size() - MOST)))
                        .toList();
    }

    private static Stream<String> remarks(HostClaim own, HostClaim other) {
        if (!own.claim().host().equals(other.claim().host())) {
            return Stream.of("spec.hosts[%d] shares requests for %s with %s (%s)"
                    .formatted(
                            own.route().getSpec().hosts().indexOf(own.claim().host()),
                            own.pattern().common(other.pattern()).text(),
                            other.owner(),
                            other.claim().host()));
        }
        var rules = own.route().getSpec().rules();
        return own.namespace().equals(other.namespace())
                ? Stream.empty()
                : IntStream.range(0, rules.size()).boxed().flatMap(i -> remark(i, rules.get(i), other).stream());
    }

    private static Optional<String> remark(int index, Rule rule, HostClaim other) {
        return other.route().getSpec().rules().stream()
                .flatMap(theirs -> text(rule, theirs).stream())
                .findFirst()
                .map(text -> "spec.rules[%d] %s of %s".formatted(index, text, other.owner()));
    }

    private static Optional<String> text(Rule own, Rule theirs) {
        if (isBelow(own, theirs)) {
            return Optional.of("takes requests for %s from %s".formatted(own.path(), theirs.path()));
        }
        if (isBelow(theirs, own)) {
            return Optional.of("leaves requests to %s".formatted(theirs.path()));
        }
        return isBeside(own, theirs)
                ? Optional.of("shares requests for %s with a rule".formatted(own.path()))
                : Optional.empty();
    }

    /** Whether both are for one path, and the gateway decides by what else a request brings. */
    private static boolean isBeside(Rule own, Rule theirs) {
        return own.pathType() == theirs.pathType()
                && PathSegments.areEqual(own.path(), theirs.path())
                && Objects.equals(own.grpc(), theirs.grpc())
                && !Claims.areDisjoint(own, theirs)
                && !Claims.areEqual(own, theirs);
    }

    /** Whether one path lies below another, by whole segments. */
    private static boolean isBelow(Rule one, Rule prefix) {
        return prefix.pathType() == PathType.Prefix
                && one.pathType() != PathType.RegularExpression
                && !PathSegments.areEqual(one.path(), prefix.path())
                && PathSegments.covers(prefix.path(), one.path());
    }
}
