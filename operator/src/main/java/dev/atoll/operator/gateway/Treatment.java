// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway does with requests on their way to a service, and with the answers. Nothing in it is there only to say
 * that nothing is done.
 *
 * @param requestHeaders what is changed about the headers of requests
 * @param responseHeaders what is changed about the headers of responses
 */
public record Treatment(Optional<HeaderModifier> requestHeaders, Optional<HeaderModifier> responseHeaders) {

    /** What a route says for all of its rules. */
    public static Treatment of(GatewayRouteSpec spec) {
        return new Treatment(changes(spec.requestHeaderModifier()), changes(spec.responseHeaderModifier()));
    }

    /** What counts for a rule: its own word, or where it has none its route's. */
    public static Treatment of(GatewayRouteSpec spec, Rule rule) {
        return new Treatment(
                changes(first(rule.requestHeaderModifier(), spec.requestHeaderModifier())),
                changes(first(rule.responseHeaderModifier(), spec.responseHeaderModifier())));
    }

    /** The modifier, if it changes anything. */
    public static Optional<HeaderModifier> changes(@Nullable HeaderModifier modifier) {
        return Optional.ofNullable(modifier)
                .filter(given -> !given.set().isEmpty()
                        || !given.add().isEmpty()
                        || !given.remove().isEmpty());
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
        return Objects.isNull(own) ? common : own;
    }
}
