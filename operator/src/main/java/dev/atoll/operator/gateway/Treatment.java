// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.AffinityCookie;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.CircuitBreaker;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.SessionAffinity;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway does with requests on their way to a service, and with the answers. Nothing in it is there only to say
 * that nothing is done.
 *
 * @param authentication who may pass; empty for everybody
 * @param rateLimit how often
 * @param cors which web pages of other origins may call
 * @param clientIPs from where
 * @param maxConcurrent how many requests may be with the service at the same time
 * @param maxBodyBytes how large a request may be
 * @param isCompressed whether answers are
 * @param retries what is tried again
 * @param circuitBreaker when a service that fails is left alone
 * @param affinity by which cookie a client always gets to the same pod
 * @param filters what is changed
 */
public record Treatment(
        Optional<Authentication> authentication,
        Optional<RateLimit> rateLimit,
        Optional<Cors> cors,
        Optional<ClientIPs> clientIPs,
        Optional<Integer> maxConcurrent,
        Optional<Long> maxBodyBytes,
        boolean isCompressed,
        Optional<Retries> retries,
        Optional<CircuitBreaker> circuitBreaker,
        Optional<AffinityCookie> affinity,
        Filters filters) {
    /** Nothing is done with requests. */
    public static final Treatment NONE = of(Said.NOTHING, backend -> Optional.empty());

    /**
     * What a route says for all of its rules.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Function<Backend, Optional<Target>> services) {
        return of(Said.of(spec), services);
    }

    /**
     * What counts for a rule: its own word, or where it has none its route's.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Rule rule, Function<Backend, Optional<Target>> services) {
        return of(Said.of(spec, rule), services);
    }

    private static Treatment of(Said said, Function<Backend, Optional<Target>> services) {
        return new Treatment(
                Authentication.of(said.first(TreatmentFields::auth).orElse(null), services),
                counting(said.first(TreatmentFields::rateLimit).orElse(null)),
                sharing(said.first(TreatmentFields::cors).orElse(null)),
                restricting(said.first(TreatmentFields::clientIPs).orElse(null)),
                limiting(said.first(TreatmentFields::maxConcurrentRequests).orElse(null)),
                bytes(said.first(TreatmentFields::maxBodySize).orElse(null)),
                said.first(TreatmentFields::compression).orElse(false),
                repeating(said.first(TreatmentFields::retries).orElse(null)),
                breaking(said.first(TreatmentFields::circuitBreaker).orElse(null)),
                said.rule()
                        .flatMap(rule -> Optional.ofNullable(rule.sessionAffinity()))
                        .map(SessionAffinity::cookie),
                Filters.of(said));
    }

    /** The limit, if it is not that there is none. */
    public static Optional<RateLimit> counting(@Nullable RateLimit limit) {
        return Optional.ofNullable(limit).filter(given -> given.none() == null);
    }

    /** The origins that may call, if there are any. */
    public static Optional<Cors> sharing(@Nullable Cors cors) {
        return Optional.ofNullable(cors).filter(given -> given.none() == null);
    }

    /** What is tried again, if anything is. */
    public static Optional<Retries> repeating(@Nullable Retries retries) {
        return Optional.ofNullable(retries).filter(given -> given.none() == null);
    }

    /** The addresses, if they are not all. */
    public static Optional<ClientIPs> restricting(@Nullable ClientIPs addresses) {
        return Optional.ofNullable(addresses)
                .filter(given -> !given.allow().isEmpty() || !given.deny().isEmpty());
    }

    /** The number, if it is a limit. */
    public static Optional<Integer> limiting(@Nullable Integer number) {
        return Optional.ofNullable(number).filter(given -> given > 0);
    }

    /** The number of bytes, if it is a limit. */
    public static Optional<Long> bytes(@Nullable Quantity size) {
        return Optional.ofNullable(size)
                .map(given -> Quantity.getAmountInBytes(given).longValue())
                .filter(given -> given > 0);
    }

    /** The circuit breaker, if it counts anything. */
    public static Optional<CircuitBreaker> breaking(@Nullable CircuitBreaker breaker) {
        return Optional.ofNullable(breaker)
                .filter(given -> given.errorPercent() != null || given.consecutiveErrors() != null);
    }

    /** The same without what is changed by the filters of the Gateway API. */
    Treatment withoutFilters() {
        return new Treatment(
                authentication,
                rateLimit,
                cors,
                clientIPs,
                maxConcurrent,
                maxBodyBytes,
                isCompressed,
                retries,
                circuitBreaker,
                affinity,
                Filters.NONE);
    }

    /** Whether it keeps requests away. */
    boolean isProtection() {
        return authentication.isPresent()
                || clientIPs.isPresent()
                || rateLimit.isPresent()
                || maxConcurrent.isPresent()
                || maxBodyBytes.isPresent();
    }
}
