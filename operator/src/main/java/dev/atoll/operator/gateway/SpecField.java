// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A field that a spec can have for all of its rules and for single ones.
 *
 * @param path where it is, such as {@code spec.rules[2].cors}
 */
record SpecField<T>(String path, T value) {

    static Stream<SpecField<Auth>> auth(GatewayRouteSpec spec) {
        return of(spec, "auth", Optional.ofNullable(spec.auth()), rule -> Optional.ofNullable(rule.auth()));
    }

    static Stream<SpecField<RateLimit>> rateLimits(GatewayRouteSpec spec) {
        return of(
                spec,
                "rateLimit",
                Optional.ofNullable(spec.rateLimit()),
                rule -> Optional.ofNullable(rule.rateLimit()));
    }

    static Stream<SpecField<Cors>> cors(GatewayRouteSpec spec) {
        return of(spec, "cors", Optional.ofNullable(spec.cors()), rule -> Optional.ofNullable(rule.cors()));
    }

    static Stream<SpecField<HeaderModifier>> requestHeaders(GatewayRouteSpec spec) {
        return of(
                spec,
                "requestHeaderModifier",
                Optional.ofNullable(spec.requestHeaderModifier()),
                rule -> Optional.ofNullable(rule.requestHeaderModifier()));
    }

    static Stream<SpecField<HeaderModifier>> responseHeaders(GatewayRouteSpec spec) {
        return of(
                spec,
                "responseHeaderModifier",
                Optional.ofNullable(spec.responseHeaderModifier()),
                rule -> Optional.ofNullable(rule.responseHeaderModifier()));
    }

    /** That the gateway cannot be told this part of the field. */
    Violation refused(String part, String message) {
        return new Violation(Reason.FeatureNotSupported, path + "." + part, message);
    }

    private static <T> Stream<SpecField<T>> of(
            GatewayRouteSpec spec, String name, Optional<T> common, Function<Rule, Optional<T>> own) {
        var rules = spec.rules();
        return Stream.concat(
                common.stream().map(value -> new SpecField<>("spec." + name, value)),
                IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(i -> own.apply(rules.get(i)).stream()
                                .map(value -> new SpecField<>("spec.rules[%d].%s".formatted(i, name), value))));
    }
}
