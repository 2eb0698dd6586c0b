// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.operator.meta.Durations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What HAProxy's controller is told of the paths of an Ingress. Whatever has a default that the controller's ConfigMap can
 * change, or that allows more than the spec does, is written out.
 */
final class HaproxyAnnotations {
    private static final String PREFIX = "haproxy.org/";
    private static final String ANY = "*";
    private static final String ANY_LABELS = "://*.";
    private static final Pattern SPECIAL = Pattern.compile("[^a-z0-9:/-]");

    private HaproxyAnnotations() {}

    static Map<String, String> of(Route route, Treatment treatment) {
        var annotations = new LinkedHashMap<String, String>();
        route.tls().ifPresent(tls -> redirect(annotations, !Boolean.FALSE.equals(tls.redirect())));
        treatment.cors().ifPresent(cors -> cors(annotations, cors));
        treatment.rateLimit().ifPresent(limit -> limit(annotations, limit));
        treatment
                .filters()
                .requestHeaders()
                .ifPresent(headers -> put(annotations, "request-set-header", values(headers)));
        treatment
                .filters()
                .responseHeaders()
                .ifPresent(headers -> put(annotations, "response-set-header", values(headers)));
        return annotations;
    }

    /** An Ingress with a certificate is redirected by default, to another port than that of its URLs. */
    private static void redirect(Map<String, String> annotations, boolean isRedirected) {
        put(annotations, "ssl-redirect", String.valueOf(isRedirected));
        if (isRedirected) {
            put(annotations, "ssl-redirect-code", "301");
            put(annotations, "ssl-redirect-port", "443");
        }
    }

    private static void limit(Map<String, String> annotations, RateLimit limit) {
        put(annotations, "rate-limit-requests", String.valueOf(limit.requests()));
        put(annotations, "rate-limit-period", Durations.seconds(limit.per()) + "s");
        put(annotations, "rate-limit-size", "100k");
        put(annotations, "rate-limit-status-code", "429");
    }

    /** Methods and headers that are left out would be all of them; Accept is one that every page may send anyway. */
    private static void cors(Map<String, String> annotations, Cors cors) {
        put(annotations, "cors-enable", "true");
        put(annotations, "cors-allow-origin", origins(cors));
        put(
                annotations,
                "cors-allow-methods",
                (cors.allowMethods().isEmpty()
                                ? List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                                : cors.allowMethods())
                        .stream().map(Enum::name).collect(Collectors.joining(", ")));
        put(
                annotations,
                "cors-allow-headers",
                cors.allowHeaders().isEmpty() ? "Accept" : String.join(", ", cors.allowHeaders()));
        put(annotations, "cors-allow-credentials", String.valueOf(cors.allowCredentials()));
        // What a browser remembers it for by itself.
        put(
                annotations,
                "cors-max-age",
                Optional.ofNullable(cors.maxAge()).map(Durations::seconds).orElse(5L) + "s");
    }

    /** The asterisk, or a regular expression for the whole of an origin, in characters that HAProxy takes literally. */
    static String origins(Cors cors) {
        return cors.allowOrigins().contains(ANY)
                ? ANY
                : cors.allowOrigins().stream()
                        .map(origin -> expression(origin.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining("|", "^(", ")$"));
    }

    /** One label or more instead of the asterisk. */
    private static String expression(String origin) {
        int end = origin.indexOf(ANY_LABELS);
        return end < 0
                ? escaped(origin)
                : escaped(origin.substring(0, end)) + "://([a-z0-9_-]+[.])+"
                        + escaped(origin.substring(end + ANY_LABELS.length()));
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("[$0]");
    }

    /** A line for each header. */
    private static String values(HeaderModifier modifier) {
        return modifier.set().stream()
                .map(header -> "%s \"%s\"".formatted(header.name(), header.value()))
                .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, String> annotations, String name, String value) {
        annotations.put(PREFIX + name, value);
    }
}
