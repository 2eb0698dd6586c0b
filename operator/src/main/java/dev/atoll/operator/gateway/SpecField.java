// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.SecurityHeaders;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field that a spec can have for all of its rules and for single ones.
 *
 * @param path where it is, such as {@code spec.rules[2].cors}
 */
record SpecField<T>(String path, T value) {

    static Stream<SpecField<Auth>> auth(GatewayRouteSpec spec) {
        return of(spec, "auth", TreatmentFields::auth);
    }

    static Stream<SpecField<RateLimit>> rateLimits(GatewayRouteSpec spec) {
        return of(spec, "rateLimit", TreatmentFields::rateLimit);
    }

    static Stream<SpecField<Cors>> cors(GatewayRouteSpec spec) {
        return of(spec, "cors", TreatmentFields::cors);
    }

    static Stream<SpecField<ClientIPs>> clientIPs(GatewayRouteSpec spec) {
        return of(spec, "clientIPs", TreatmentFields::clientIPs);
    }

    static Stream<SpecField<Quantity>> maxBodySizes(GatewayRouteSpec spec) {
        return of(spec, "maxBodySize", TreatmentFields::maxBodySize);
    }

    static Stream<SpecField<HeaderModifier>> requestHeaders(GatewayRouteSpec spec) {
        return of(spec, "requestHeaderModifier", TreatmentFields::requestHeaderModifier);
    }

    static Stream<SpecField<HeaderModifier>> responseHeaders(GatewayRouteSpec spec) {
        return of(spec, "responseHeaderModifier", TreatmentFields::responseHeaderModifier);
    }

    static Stream<SpecField<SecurityHeaders>> securityHeaders(GatewayRouteSpec spec) {
        return of(spec, "securityHeaders", TreatmentFields::securityHeaders);
    }

    /** That the gateway cannot be told the field. */
    Violation refused(String message) {
        return new Violation(Reason.FeatureNotSupported, path, message);
    }

    /** That the gateway cannot be told this part of the field. */
    Violation refused(String part, String message) {
        return new Violation(Reason.FeatureNotSupported, path + "." + part, message);
    }

    private static <T> Stream<SpecField<T>> of(
            GatewayRouteSpec spec, String name, Function<TreatmentFields, @Nullable T> field) {
        var rules = spec.rules();
        return Stream.concat(
                Stream.ofNullable(field.apply(spec)).map(value -> new SpecField<>("spec." + name, value)),
                IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(i -> Stream.ofNullable(field.apply(rules.get(i)))
                                .map(value -> new SpecField<>("spec.rules[%d].%s".formatted(i, name), value))));
    }
}
