// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.Cors;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.RateLimit;
import dev.atoll.operator.meta.Durations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What F5's controller is told of an Ingress. Whatever has a default that the controller's ConfigMap can change, or that
 * allows more than the spec does, is written out.
 */
final class NginxAnnotations {
    private static final String PREFIX = "nginx.org/";
    private static final String ANY = "*";

    /** What a browser remembers an answer for by itself. */
    private static final long DEFAULT_MAX_AGE = 5;

    private NginxAnnotations() {}

    static Map<String, String> of(Route route, Treatment treatment) {
        var annotations = new LinkedHashMap<String, String>();
        route.tls()
                .ifPresent(tls -> annotations.put(
                        PREFIX + "ssl-redirect", String.valueOf(!Boolean.FALSE.equals(tls.redirect()))));
        treatment.rateLimit().ifPresent(limit -> limit(annotations, limit));
        treatment
                .filters()
                .requestHeaders()
                .ifPresent(headers -> annotations.put(
                        PREFIX + "proxy-set-headers",
                        headers.set().stream()
                                .map(header -> header.name() + ": " + header.value())
                                .collect(Collectors.joining(","))));
        return annotations;
    }

    /** Preflight requests are answered by NGINX. Accept is a header that every page may send anyway. */
    static NginxPolicy.Cors cors(Cors cors) {
        return new NginxPolicy.Cors(
                cors.allowOrigins().contains(ANY)
                        ? List.of(ANY)
                        : cors.allowOrigins().stream()
                                .map(origin -> origin.toLowerCase(Locale.ROOT))
                                .toList(),
                (cors.allowMethods().isEmpty()
                                ? List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                                : cors.allowMethods())
                        .stream().map(Enum::name).toList(),
                cors.allowHeaders().isEmpty() ? List.of("Accept") : cors.allowHeaders(),
                cors.exposeHeaders(),
                cors.allowCredentials(),
                Optional.ofNullable(cors.maxAge()).map(Durations::seconds).orElse(DEFAULT_MAX_AGE));
    }

    static NginxPolicy.ExternalAuth externalAuth(Authentication given) {
        var forward = given.auth().forward();
        if (forward == null || given.asked().isEmpty()) {
            throw new IllegalStateException("an authentication that NGINX has not was not refused");
        }
        var target = given.asked().get();
        return new NginxPolicy.ExternalAuth(forward.path(), target.service(), List.of(target.portNumber()));
    }

    private static void limit(Map<String, String> annotations, RateLimit limit) {
        annotations.put(
                PREFIX + "limit-req-rate",
                limit.requests() + NginxValues.unit(limit).orElseThrow());
        annotations.put(PREFIX + "limit-req-key", key(limit));
        annotations.put(PREFIX + "limit-req-zone-size", "10m");
        annotations.put(PREFIX + "limit-req-reject-code", "429");
        if (limit.burst() != null) {
            annotations.put(PREFIX + "limit-req-burst", String.valueOf(limit.burst()));
            annotations.put(PREFIX + "limit-req-no-delay", "true");
        }
    }

    /** Never empty, for what has an empty key NGINX does not count: a client could leave the header out. */
    private static String key(RateLimit limit) {
        return switch (limit.by()) {
            case ClientIP -> "${binary_remote_addr}";
            case Header ->
                "header${http_"
                        + Objects.requireNonNull(limit.header())
                                .toLowerCase(Locale.ROOT)
                                .replace('-', '_')
                        + "}";
            case Claim -> throw new IllegalStateException("tokens, which NGINX cannot read, were not refused");
            case Route -> "route";
        };
    }
}
