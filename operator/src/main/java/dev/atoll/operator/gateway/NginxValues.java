// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that F5's controller cannot be told. */
final class NginxValues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");

    /** Nothing that separates headers in the annotation, or that NGINX reads as its own. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._/=+-]+");

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*");

    /** What NGINX itself writes into every request; a second value would stand beside its own. */
    private static final Set<String> WRITTEN_BY_NGINX =
            Set.of("x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto");

    private NginxValues() {}

    static List<Violation> violations(GatewayRouteSpec spec) {
        var violations = new ArrayList<Violation>();
        SpecField.auth(spec).forEach(field -> auth(violations, field));
        SpecField.rateLimits(spec).forEach(field -> limit(violations, field));
        SpecField.cors(spec).forEach(field -> cors(violations, field));
        SpecField.requestHeaders(spec).forEach(field -> headers(violations, field));
        return List.copyOf(violations);
    }

    /** How NGINX writes that so many requests are for that time; empty where it cannot. */
    static Optional<String> unit(RateLimit limit) {
        return switch ((int) Math.min(Durations.milliseconds(limit.per()), Integer.MAX_VALUE)) {
            case 1_000 -> Optional.of("r/s");
            case 60_000 -> Optional.of("r/m");
            default -> Optional.empty();
        };
    }

    private static void auth(List<Violation> violations, SpecField<Auth> field) {
        var forward = field.value().forward();
        if (forward == null) {
            return;
        }
        if (!forward.responseHeaders().isEmpty()) {
            violations.add(field.refused(
                    "forward.responseHeaders",
                    "F5's Policy passes no headers of the answer on; remove them, or use another class"));
        }
        if (!PATH.matcher(forward.path()).matches()) {
            violations.add(field.refused(
                    "forward.path",
                    "F5's Policy can be told paths of letters, digits, '/', '.', '_', '~' and '-'; write another"));
        }
    }

    private static void limit(List<Violation> violations, SpecField<RateLimit> field) {
        var limit = field.value();
        if (unit(limit).isEmpty()) {
            violations.add(field.refused("per", "NGINX knows requests a second and a minute; write 1s or 1m"));
        }
        if (limit.header() != null && !NAME.matcher(limit.header()).matches()) {
            violations.add(
                    field.refused("header", "NGINX can be told names of letters, digits and '-'; write another"));
        }
    }

    private static void cors(List<Violation> violations, SpecField<Cors> field) {
        var cors = field.value();
        if (cors.allowOrigins().stream().anyMatch(origin -> origin.contains("*."))
                && !cors.allowOrigins().contains("*")) {
            violations.add(field.refused(
                    "allowOrigins",
                    "F5 does not say what an asterisk in an origin of its Policy stands for; name the origins, or use"
                            + " another class"));
        }
    }

    private static void headers(List<Violation> violations, SpecField<HeaderModifier> field) {
        if (!field.value().remove().isEmpty()) {
            violations.add(field.refused(
                    "remove", "F5's annotations remove no headers; set them to a value, or use another class"));
        }
        for (int i = 0; i < field.value().set().size(); i++) {
            var header = field.value().set().get(i);
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || WRITTEN_BY_NGINX.contains(name)) {
                violations.add(field.refused(
                        "set[%d].name".formatted(i),
                        "F5's annotation takes names of letters, digits and '-' that NGINX does not write itself; write"
                                + " another, or use another class"));
            }
            if (!VALUE.matcher(header.value()).matches()) {
                violations.add(field.refused(
                        "set[%d].value".formatted(i),
                        "F5's annotation takes letters, digits and '.', '_', '/', '=', '+', '-'; write another value, or"
                                + " use another class"));
            }
        }
    }
}
