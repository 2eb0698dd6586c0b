// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimitBy;
import dev.atoll.api.v1alpha1.gatewayroute.SecurityHeaders;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Values that HAProxy's controller cannot be told. It writes annotations into HAProxy's configuration as they are; what it
 * does not understand it only logs, and serves the paths without.
 */
final class HaproxyValues {
    private static final long LONGEST_PERIOD = TimeUnit.DAYS.toMillis(1);

    /** HAProxy's lines are short. */
    private static final int LONGEST_VALUE = 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** Nothing that HAProxy reads as quotation, escape, comment or expression. */
    private static final Pattern VALUE = Pattern.compile("[^\"'\\\\`#$%]*");

    private static final String NO_QUOTES =
            "HAProxy cannot be told values with quotes, which this one needs; let the service say it, or use another class";

    private HaproxyValues() {}

    static List<Violation> violations(GatewayRouteSpec spec) {
        var violations = new ArrayList<Violation>();
        SpecField.rateLimits(spec).forEach(field -> limit(violations, field));
        SpecField.cors(spec).forEach(field -> cors(violations, field));
        SpecField.requestHeaders(spec).forEach(field -> headers(violations, field));
        SpecField.responseHeaders(spec).forEach(field -> headers(violations, field));
        SpecField.securityHeaders(spec).forEach(field -> policies(violations, field));
        return List.copyOf(violations);
    }

    private static void limit(List<Violation> violations, SpecField<RateLimit> field) {
        var limit = field.value();
        if (limit.by() != RateLimitBy.ClientIP) {
            violations.add(field.refused(
                    "by",
                    "HAProxy's annotations count by the client's address only; set ClientIP, or use another class"));
        }
        if (limit.burst() != null) {
            violations.add(field.refused(
                    "burst", "HAProxy lets all requests of a period come at once, and no more; remove it"));
        }
        long period = Durations.milliseconds(limit.per());
        if (period % 1000 != 0 || period > LONGEST_PERIOD) {
            violations.add(field.refused(
                    "per", "HAProxy's annotations take whole seconds, up to 24h here; write another time"));
        }
    }

    private static void cors(List<Violation> violations, SpecField<Cors> field) {
        var cors = field.value();
        if (!cors.exposeHeaders().isEmpty()) {
            violations.add(field.refused(
                    "exposeHeaders",
                    "HAProxy's annotations expose no headers; let the service do it, or use another class"));
        }
        if (HaproxyAnnotations.origins(cors).length() > LONGEST_VALUE) {
            violations.add(field.refused(
                    "allowOrigins", "are too many for one line of HAProxy's configuration; name fewer of them"));
        }
        if (!cors.allowHeaders().stream().allMatch(name -> NAME.matcher(name).matches())
                || String.join(", ", cors.allowHeaders()).length() > LONGEST_VALUE) {
            violations.add(field.refused(
                    "allowHeaders",
                    "HAProxy can be told names of letters, digits, '-' and '_', %d characters together; change them"
                            .formatted(LONGEST_VALUE)));
        }
    }

    private static void policies(List<Violation> violations, SpecField<SecurityHeaders> field) {
        if (field.value().contentSecurityPolicy() != null) {
            violations.add(field.refused("contentSecurityPolicy", NO_QUOTES));
        }
        if (field.value().permissionsPolicy() != null) {
            violations.add(field.refused("permissionsPolicy", NO_QUOTES));
        }
    }

    private static void headers(List<Violation> violations, SpecField<HeaderModifier> field) {
        if (!field.value().remove().isEmpty()) {
            violations.add(field.refused(
                    "remove", "HAProxy's annotations remove no headers; set them to a value, or use another class"));
        }
        for (int i = 0; i < field.value().set().size(); i++) {
            var header = field.value().set().get(i);
            if (!NAME.matcher(header.name()).matches()) {
                violations.add(
                        field.refused(
                                "set[%d].name".formatted(i),
                                "HAProxy can be told names of letters, digits, '-' and '_'; write another, or use another class"));
            }
            if (!VALUE.matcher(header.value()).matches() || header.value().length() > LONGEST_VALUE) {
                violations.add(field.refused(
                        "set[%d].value".formatted(i),
                        "HAProxy can be told up to %d characters without quotes, backslashes and '#'; write another value"
                                .formatted(LONGEST_VALUE)));
            }
        }
    }
}
