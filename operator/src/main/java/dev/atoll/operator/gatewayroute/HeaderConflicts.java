// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.SecurityHeaders;
import dev.atoll.operator.gateway.SecurityHeaderValues;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headers of responses that are set in two ways, or where they mean nothing. */
final class HeaderConflicts {
    /** Most headers that a filter of the Gateway API sets. */
    private static final int MOST = 16;

    private HeaderConflicts() {}

    static Stream<Violation> of(GatewayRouteSpec spec) {
        var rules = spec.rules();
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> ofRule(spec, i, rules.get(i)))
                .distinct();
    }

    /** What counts for a rule can stand in the rule or in the route. */
    private static Stream<Violation> ofRule(GatewayRouteSpec spec, int index, Rule rule) {
        boolean isOwn = rule.securityHeaders() != null;
        var headers = isOwn ? rule.securityHeaders() : spec.securityHeaders();
        if (headers == null) {
            return Stream.empty();
        }
        var field = (isOwn ? "spec.rules[%d]".formatted(index) : "spec") + ".securityHeaders";
        var modifier =
                rule.responseHeaderModifier() == null ? spec.responseHeaderModifier() : rule.responseHeaderModifier();
        return Stream.of(twice(field, headers, modifier), unencrypted(field, spec, headers))
                .flatMap(Optional::stream);
    }

    private static Optional<Violation> twice(String field, SecurityHeaders headers, @Nullable HeaderModifier modifier) {
        var own =
                SecurityHeaderValues.of(headers).stream().map(HttpHeader::name).toList();
        var both = modifier == null
                ? List.<String>of()
                : Stream.of(
                                modifier.set().stream().map(HttpHeader::name),
                                modifier.add().stream().map(HttpHeader::name),
                                modifier.remove().stream())
                        .flatMap(names -> names)
                        .filter(name -> own.stream().anyMatch(name::equalsIgnoreCase))
                        .toList();
        if (!both.isEmpty()) {
            return violation(
                    field,
                    "and responseHeaderModifier both say what becomes of %s; keep one"
                            .formatted(String.join(", ", both)));
        }
        return modifier != null && modifier.set().size() + own.size() > MOST
                ? violation(
                        field,
                        "and responseHeaderModifier.set are %d headers together, and a gateway sets %d; remove some"
                                .formatted(modifier.set().size() + own.size(), MOST))
                : Optional.empty();
    }

    private static Optional<Violation> unencrypted(String field, GatewayRouteSpec spec, SecurityHeaders headers) {
        return headers.strictTransportSecurity() != null && spec.className() != null && spec.tls() == null
                ? violation(
                        field + ".strictTransportSecurity",
                        "means nothing to a browser that comes by plain HTTP, and the route has no tls; add spec.tls, or remove"
                                + " it")
                : Optional.empty();
    }

    private static Optional<Violation> violation(String field, String message) {
        return Optional.of(new Violation(Reason.Invalid, field, message));
    }
}
