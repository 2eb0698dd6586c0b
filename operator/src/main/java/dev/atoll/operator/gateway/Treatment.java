// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway does with requests on their way to a service, and with the answers. Nothing in it is there only to say
 * that nothing is done.
 *
 * @param cors which web pages of other origins may call
 * @param rateLimit how often
 * @param authentication who may pass; empty for everybody
 * @param clientIPs from where
 * @param requestHeaders what is changed about the headers of requests
 * @param responseHeaders what is changed about the headers of responses
 * @param retries what is tried again
 * @param redirect where clients are sent instead
 * @param rewrite what the service is asked instead
 * @param maxConcurrent how many requests may be with the service at the same time
 * @param maxBodyBytes how large a request may be
 * @param isCompressed whether answers are
 */
public record Treatment(
        Optional<Cors> cors,
        Optional<RateLimit> rateLimit,
        Optional<Authentication> authentication,
        Optional<ClientIPs> clientIPs,
        Optional<HeaderModifier> requestHeaders,
        Optional<HeaderModifier> responseHeaders,
        Optional<Retries> retries,
        Optional<Redirect> redirect,
        Optional<Rewrite> rewrite,
        Optional<Integer> maxConcurrent,
        Optional<Long> maxBodyBytes,
        boolean isCompressed) {
    /** Nothing is done with requests. */
    public static final Treatment NONE = new Treatment(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /**
     * What a route says for all of its rules.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Function<Backend, Optional<Target>> services) {
        return new Treatment(
                Optional.ofNullable(spec.cors()),
                Optional.ofNullable(spec.rateLimit()),
                Authentication.of(spec.auth(), services),
                restricting(spec.clientIPs()),
                changes(spec.requestHeaderModifier()),
                changes(spec.responseHeaderModifier()),
                Optional.ofNullable(spec.retries()),
                Optional.empty(),
                Optional.empty(),
                limiting(spec.maxConcurrentRequests()),
                bytes(spec.maxBodySize()),
                Boolean.TRUE.equals(spec.compression()));
    }

    /**
     * What counts for a rule: its own word, or where it has none its route's.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Rule rule, Function<Backend, Optional<Target>> services) {
        return new Treatment(
                Optional.ofNullable(first(rule.cors(), spec.cors())),
                Optional.ofNullable(first(rule.rateLimit(), spec.rateLimit())),
                Authentication.of(first(rule.auth(), spec.auth()), services),
                restricting(first(rule.clientIPs(), spec.clientIPs())),
                changes(first(rule.requestHeaderModifier(), spec.requestHeaderModifier())),
                changes(first(rule.responseHeaderModifier(), spec.responseHeaderModifier())),
                Optional.ofNullable(first(rule.retries(), spec.retries())),
                Optional.ofNullable(rule.redirect()),
                Optional.ofNullable(rule.rewrite()),
                limiting(first(rule.maxConcurrentRequests(), spec.maxConcurrentRequests())),
                bytes(first(rule.maxBodySize(), spec.maxBodySize())),
                Boolean.TRUE.equals(first(rule.compression(), spec.compression())));
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

    /** Whether what a prefix matched is replaced. */
    boolean replacesPrefix() {
        return Stream.concat(
                        redirect.stream().map(Redirect::path), rewrite.stream().map(Rewrite::path))
                .anyMatch(path -> path != null && path.replacePrefixMatch() != null);
    }

    /** The modifier, if it changes anything. */
    public static Optional<HeaderModifier> changes(@Nullable HeaderModifier modifier) {
        return Optional.ofNullable(modifier)
                .filter(given -> !given.set().isEmpty()
                        || !given.add().isEmpty()
                        || !given.remove().isEmpty());
    }

    /** The same without what the filters do that every Gateway has: with headers, redirects and rewrites. */
    Treatment withoutFilters() {
        return new Treatment(
                cors,
                rateLimit,
                authentication,
                clientIPs,
                Optional.empty(),
                Optional.empty(),
                retries,
                Optional.empty(),
                Optional.empty(),
                maxConcurrent,
                maxBodyBytes,
                isCompressed);
    }

    /** Whether it keeps requests away. */
    boolean isProtection() {
        return authentication.isPresent()
                || clientIPs.isPresent()
                || rateLimit.isPresent()
                || maxConcurrent.isPresent()
                || maxBodyBytes.isPresent();
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
        return Objects.isNull(own) ? common : own;
    }
}
