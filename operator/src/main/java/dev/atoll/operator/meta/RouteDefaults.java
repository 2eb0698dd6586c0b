// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaultsSpec;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a GatewayRoute says together with the defaults of its namespace. A field counts as a whole: the route's own, or
 * where it has none the namespace's.
 */
public final class RouteDefaults {
    /** The name of the one GatewayDefaults of a namespace. */
    public static final String NAME = "default";

    private RouteDefaults() {}

    /** The spec that counts for a route. */
    public static GatewayRouteSpec complete(GatewayRoute route, Optional<GatewayDefaults> shared) {
        return shared.map(found -> complete(route.getSpec(), found.getSpec())).orElseGet(route::getSpec);
    }

    private static GatewayRouteSpec complete(GatewayRouteSpec own, GatewayDefaultsSpec shared) {
        return new GatewayRouteSpec(
                own.className(),
                own.gateway(),
                own.hosts(),
                own.tls(),
                first(own.auth(), shared.auth()),
                first(own.rateLimit(), shared.rateLimit()),
                first(own.cors(), shared.cors()),
                first(own.clientIPs(), shared.clientIPs()),
                first(own.maxConcurrentRequests(), shared.maxConcurrentRequests()),
                first(own.maxBodySize(), shared.maxBodySize()),
                first(own.compression(), shared.compression()),
                first(own.timeout(), shared.timeout()),
                first(own.retries(), shared.retries()),
                first(own.circuitBreaker(), shared.circuitBreaker()),
                first(own.requestHeaderModifier(), shared.requestHeaderModifier()),
                first(own.responseHeaderModifier(), shared.responseHeaderModifier()),
                first(own.securityHeaders(), shared.securityHeaders()),
                own.rules(),
                own.paused());
    }

    /** The names of the fields that a route takes from its namespace. */
    public static List<String> taken(GatewayRouteSpec own, GatewayDefaultsSpec shared) {
        return Stream.of(
                        taken("auth", own.auth(), shared.auth()),
                        taken("rateLimit", own.rateLimit(), shared.rateLimit()),
                        taken("cors", own.cors(), shared.cors()),
                        taken("clientIPs", own.clientIPs(), shared.clientIPs()),
                        taken("maxConcurrentRequests", own.maxConcurrentRequests(), shared.maxConcurrentRequests()),
                        taken("maxBodySize", own.maxBodySize(), shared.maxBodySize()),
                        taken("compression", own.compression(), shared.compression()),
                        taken("timeout", own.timeout(), shared.timeout()),
                        taken("retries", own.retries(), shared.retries()),
                        taken("circuitBreaker", own.circuitBreaker(), shared.circuitBreaker()),
                        taken("requestHeaderModifier", own.requestHeaderModifier(), shared.requestHeaderModifier()),
                        taken("responseHeaderModifier", own.responseHeaderModifier(), shared.responseHeaderModifier()),
                        taken("securityHeaders", own.securityHeaders(), shared.securityHeaders()))
                .flatMap(field -> field)
                .toList();
    }

    private static Stream<String> taken(String field, @Nullable Object own, @Nullable Object shared) {
        return own == null && shared != null ? Stream.of(field) : Stream.empty();
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T shared) {
        return own == null ? shared : own;
    }
}
