// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitBy;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitScope;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Addresses;
import dev.atoll.operator.gateway.BackendTrafficPolicy.BackOff;
import dev.atoll.operator.gateway.BackendTrafficPolicy.CircuitBreaker;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Compressor;
import dev.atoll.operator.gateway.BackendTrafficPolicy.CountedHeader;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Global;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Limit;
import dev.atoll.operator.gateway.BackendTrafficPolicy.LimitRule;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Local;
import dev.atoll.operator.gateway.BackendTrafficPolicy.PerRetry;
import dev.atoll.operator.gateway.BackendTrafficPolicy.RequestBuffer;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Retry;
import dev.atoll.operator.gateway.BackendTrafficPolicy.RetryOn;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Selector;
import dev.atoll.operator.gateway.BackendTrafficPolicy.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How much, what is tried again and who is asked, in the words of Envoy Gateway's BackendTrafficPolicy (read in Envoy Gateway 1.9). */
final class EnvoyTraffic {
    private static final String EACH = "Distinct";

    /**
     * The header in which a claim of the token is counted. Envoy takes it from the token instead of from the client, before
     * it counts, and no service gets it.
     */
    static final String COUNTED_CLAIM = "X-Atoll-Counted-Claim";

    private static final Spec NOTHING = new Spec(null, null, null, null, null, null, null, null);

    /** How many connections and waiting requests Envoy has for a service where nobody says more. */
    private static final long USUAL_AT_ONCE = 1024;

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Shorter answers do not gain by it. */
    private static final String SHORTEST_COMPRESSED = "1Ki";

    private static final List<Compressor> COMPRESSORS = List.of(
            new Compressor("Zstd", SHORTEST_COMPRESSED, Map.of(), null, null),
            new Compressor("Brotli", SHORTEST_COMPRESSED, null, Map.of(), null),
            new Compressor("Gzip", SHORTEST_COMPRESSED, null, null, Map.of()));

    private EnvoyTraffic() {}

    /** The policy of a treatment; empty where it is about none of this. */
    static Optional<Spec> of(Treatment treatment) {
        var spec = new Spec(
                null,
                treatment.rateLimit().map(EnvoyTraffic::limit).orElse(null),
                treatment.retries().map(EnvoyTraffic::retry).orElse(null),
                treatment.maxConcurrent().map(EnvoyTraffic::atOnce).orElse(null),
                treatment
                        .maxBodyBytes()
                        .map(String::valueOf)
                        .map(RequestBuffer::new)
                        .orElse(null),
                treatment.isCompressed() ? COMPRESSORS : null,
                treatment.circuitBreaker().flatMap(EnvoyPods::healthCheck).orElse(null),
                treatment.affinity().map(EnvoyPods::loadBalancer).orElse(null));
        return spec.equals(NOTHING) ? Optional.empty() : Optional.of(spec);
    }

    /** Where more may be with the service than Envoy has connections by itself, it needs as many of these. */
    private static CircuitBreaker atOnce(int requests) {
        long others = Math.max(requests, USUAL_AT_ONCE);
        return new CircuitBreaker(others, others, requests);
    }

    /**
     * The rule without selectors is for what the others do not know, such as requests without the header or the claim: these share one
     * allowance, for otherwise whoever leaves the header out would have no limit at all.
     */
    private static BackendTrafficPolicy.RateLimit limit(RateLimit given) {
        var unit = Period.unit(given.per())
                .orElseThrow(() -> new IllegalStateException("a period that Envoy Gateway has not was not refused"));
        var limit = new Limit(given.requests(), unit);
        var selected = selectors(given)
                .map(selector -> new LimitRule(List.of(selector), limit))
                .toList();
        var rest = List.of(new LimitRule(List.of(), limit));
        return given.scope() == RateLimitScope.Shared
                ? shared(given, selected, rest)
                : new BackendTrafficPolicy.RateLimit(new Local(join(selected, rest)), null);
    }

    /**
     * All replicas count together what has the header or the claim. A rule for what has not would count the others as well, so
     * each replica does that by itself, which lets the others pass.
     */
    private static BackendTrafficPolicy.RateLimit shared(
            RateLimit given, List<LimitRule> selected, List<LimitRule> rest) {
        return switch (given.by()) {
            case ClientIP -> new BackendTrafficPolicy.RateLimit(null, new Global(selected));
            case Route -> new BackendTrafficPolicy.RateLimit(null, new Global(rest));
            case Header, Claim -> {
                var passing = selected.stream()
                        .map(rule -> new LimitRule(
                                rule.clientSelectors(),
                                new Limit(NO_LIMIT, rule.limit().unit())))
                        .toList();
                yield new BackendTrafficPolicy.RateLimit(new Local(join(passing, rest)), new Global(selected));
            }
        };
    }

    private static List<LimitRule> join(List<LimitRule> some, List<LimitRule> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What makes Envoy count in another way, and not only to other limits. */
    static String kind(RateLimit given) {
        return "rateLimit" + (isByClaim(given) ? "ByClaim" : "")
                + (given.scope() == RateLimitScope.Shared ? "Shared" : "");
    }

    static boolean isByClaim(RateLimit given) {
        return given.by() == RateLimitBy.Claim;
    }

    private static Selector header(String name) {
        return new Selector(List.of(new CountedHeader(name, EACH, false)), null);
    }

    private static Stream<Selector> selectors(RateLimit given) {
        return switch (given.by()) {
            case ClientIP ->
                Stream.of("0.0.0.0/0", "::/0").map(range -> new Selector(null, new Addresses(range, EACH, false)));
            case Header -> Stream.of(header(Objects.requireNonNull(given.header())));
            case Claim -> Stream.of(header(COUNTED_CLAIM));
            case Route -> Stream.empty();
        };
    }

    /** A try that takes too long ends like a connection that breaks, and only then is there time for another one. */
    private static Retry retry(Retries retries) {
        var triggers = new ArrayList<>(List.of("connect-failure", "refused-stream"));
        if (!retries.codes().isEmpty()) {
            triggers.add("retriable-status-codes");
        }
        if (retries.perTryTimeout() != null) {
            triggers.add("reset");
        }
        var backOff = Optional.ofNullable(retries.backoff()).map(BackOff::new).orElse(null);
        return new Retry(
                retries.attempts(),
                new RetryOn(triggers, retries.codes()),
                retries.perTryTimeout() == null && backOff == null
                        ? null
                        : new PerRetry(retries.perTryTimeout(), backOff));
    }
}
