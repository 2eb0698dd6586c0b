// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Paths below other paths of a route. Where a gateway leaves a path out, that of the next shorter one gets its requests. */
final class CoveredPaths {
    private CoveredPaths() {}

    /** The fields that ask for passwords where a shorter path asks for anything else. */
    static List<String> ofPasswords(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return IntStream.range(0, rules.size())
                .filter(i -> auth(spec, rules.get(i))
                        .filter(auth -> auth.basic() != null)
                        .isPresent())
                .filter(i -> rules.stream()
                        .anyMatch(other -> covers(other, rules.get(i)) && differ(spec, other, rules.get(i))))
                .mapToObj(
                        i -> rules.get(i).auth() == null ? "spec.auth.basic" : "spec.rules[%d].auth.basic".formatted(i))
                .distinct()
                .toList();
    }

    private static boolean differ(GatewayRouteSpec spec, Rule one, Rule other) {
        return !auth(spec, one).equals(auth(spec, other));
    }

    private static Optional<Auth> auth(GatewayRouteSpec spec, Rule rule) {
        return Optional.ofNullable(rule.auth() == null ? spec.auth() : rule.auth());
    }

    private static boolean covers(Rule one, Rule other) {
        return one.pathType() != PathType.Exact && PathSegments.covers(one.path(), other.path());
    }
}
