// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitBy;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that are to be counted by a claim of their token, where no token is asked for. */
final class CountedClaims {
    private CountedClaims() {}

    static Stream<Violation> missing(GatewayRouteSpec spec) {
        return IntStream.range(0, spec.rules().size()).boxed().flatMap(i -> {
            var rule = spec.rules().get(i);
            var limit = rule.rateLimit() == null ? spec.rateLimit() : rule.rateLimit();
            var auth = rule.auth() == null ? spec.auth() : rule.auth();
            var owner = rule.rateLimit() == null ? "spec" : "spec.rules[%d]".formatted(i);
            return isByClaim(limit) && !asksForToken(auth) ? Stream.of(violation(owner, i)) : Stream.empty();
        });
    }

    private static Violation violation(String owner, int rule) {
        return new Violation(
                Reason.Invalid,
                owner + ".rateLimit.claim",
                "there is no token to count by in the requests of spec.rules[%d]; let it ask for one (auth.jwt), or give it another rateLimit"
                        .formatted(rule));
    }

    private static boolean isByClaim(@Nullable RateLimit limit) {
        return limit != null && limit.by() == RateLimitBy.Claim;
    }

    private static boolean asksForToken(@Nullable Auth auth) {
        return auth != null && auth.jwt() != null;
    }
}
