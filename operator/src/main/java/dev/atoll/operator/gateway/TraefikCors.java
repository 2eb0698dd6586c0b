// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.operator.gateway.Middleware.Headers;
import dev.atoll.operator.meta.Durations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which web pages of other origins may call, in Traefik's words. */
final class TraefikCors {
    private static final String ANY = "*";
    private static final String ANY_LABELS = "://*.";
    private static final Pattern SPECIAL = Pattern.compile("[^a-z0-9]");

    private TraefikCors() {}

    static Headers of(Cors cors) {
        var origins = cors.allowOrigins().stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .toList();
        boolean isOpen = origins.contains(ANY);
        return new Headers(
                null,
                null,
                isOpen
                        ? List.of(ANY)
                        : origins.stream()
                                .filter(origin -> !origin.contains(ANY_LABELS))
                                .toList(),
                isOpen
                        ? List.of()
                        : origins.stream()
                                .filter(origin -> origin.contains(ANY_LABELS))
                                .map(TraefikCors::expression)
                                .toList(),
                cors.allowMethods().stream().map(Enum::name).toList(),
                cors.allowHeaders(),
                cors.exposeHeaders(),
                Optional.ofNullable(cors.maxAge()).map(Durations::seconds).orElse(null),
                cors.allowCredentials() ? true : null,
                // The answer to every origin is the same otherwise.
                isOpen ? null : true);
    }

    /** One label or more instead of the asterisk, and nothing before or after. */
    private static String expression(String origin) {
        int end = origin.indexOf(ANY_LABELS);
        return "^%s([-a-z0-9_]+\\.)+%s$"
                .formatted(
                        escaped(origin.substring(0, end) + "://"),
                        escaped(origin.substring(end + ANY_LABELS.length())));
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
