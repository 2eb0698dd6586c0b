// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.Forward;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Retries;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.gateway.Route.Target;
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
 * @param requestHeaders what is changed about the headers of requests
 * @param responseHeaders what is changed about the headers of responses
 * @param retries what is tried again
 * @param redirect where clients are sent instead
 * @param rewrite what the service is asked instead
 */
public record Treatment(
        Optional<Cors> cors,
        Optional<RateLimit> rateLimit,
        Optional<Authentication> authentication,
        Optional<HeaderModifier> requestHeaders,
        Optional<HeaderModifier> responseHeaders,
        Optional<Retries> retries,
        Optional<Redirect> redirect,
        Optional<Rewrite> rewrite) {
    /** Nothing is done with requests. */
    public static final Treatment NONE = new Treatment(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * What a route says for all of its rules.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Function<Forward, Optional<Target>> services) {
        return new Treatment(
                Optional.ofNullable(spec.cors()),
                Optional.ofNullable(spec.rateLimit()),
                Authentication.of(spec.auth(), services),
                changes(spec.requestHeaderModifier()),
                changes(spec.responseHeaderModifier()),
                Optional.ofNullable(spec.retries()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What counts for a rule: its own word, or where it has none its route's.
     *
     * @param services finds the services that are asked who may pass
     */
    public static Treatment of(GatewayRouteSpec spec, Rule rule, Function<Forward, Optional<Target>> services) {
        return new Treatment(
                Optional.ofNullable(first(rule.cors(), spec.cors())),
                Optional.ofNullable(first(rule.rateLimit(), spec.rateLimit())),
                Authentication.of(first(rule.auth(), spec.auth()), services),
                changes(first(rule.requestHeaderModifier(), spec.requestHeaderModifier())),
                changes(first(rule.responseHeaderModifier(), spec.responseHeaderModifier())),
                Optional.ofNullable(first(rule.retries(), spec.retries())),
                Optional.ofNullable(rule.redirect()),
                Optional.ofNullable(rule.rewrite()));
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

    /** Whether it keeps requests away. */
    boolean isProtection() {
        return authentication.isPresent() || rateLimit.isPresent();
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
        return Objects.isNull(own) ? common : own;
    }
}
