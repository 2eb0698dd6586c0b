// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What Traefik's open-source edition can be told by Ingresses and Middlewares (read in Traefik 3.7). */
final class TraefikFeatures {
    private TraefikFeatures() {}

    private static final Set<Feature> BY_MIDDLEWARE = Set.copyOf(EnumSet.of(
            Feature.AUTH_JWT,
            Feature.AUTH_JWT_CLAIMS,
            Feature.AUTH_OIDC,
            Feature.AUTH_OIDC_DISCOVERY,
            Feature.AUTH_OIDC_SEVERAL,
            Feature.AUTH_API_KEY,
            Feature.AUTH_BASIC,
            Feature.AUTH_BASIC_REALM,
            Feature.AUTH_BASIC_COVERED,
            Feature.AUTH_FORWARD,
            Feature.AUTH_FORWARD_BESIDE_QUERY,
            Feature.RATE_LIMIT,
            Feature.RATE_LIMIT_CLAIM,
            Feature.RATE_LIMIT_PERIOD,
            Feature.RATE_LIMIT_SMALL_BURST,
            Feature.RATE_LIMIT_SHARED,
            Feature.CLIENT_IPS_ALLOW,
            Feature.CLIENT_IPS_DENY,
            Feature.MAX_CONCURRENT,
            Feature.MAX_BODY,
            Feature.COMPRESSION,
            Feature.CORS,
            Feature.RETRIES,
            Feature.RETRY_TIMEOUT,
            Feature.BREAKER_PERCENT,
            Feature.BREAKER_CONSECUTIVE,
            Feature.SESSION_AFFINITY));

    private static final Set<Feature> ENFORCED_BY_MIDDLEWARE = Set.copyOf(EnumSet.of(
            Feature.TLS_REDIRECT,
            Feature.TLS_MIN_VERSION,
            Feature.TLS_CLIENT_CERTIFICATES,
            Feature.EXTERNAL,
            Feature.AUTH_BASIC,
            Feature.AUTH_BASIC_REALM,
            Feature.AUTH_FORWARD,
            Feature.AUTH_FORWARD_BESIDE_QUERY,
            Feature.RATE_LIMIT,
            Feature.RATE_LIMIT_PERIOD,
            Feature.RATE_LIMIT_SMALL_BURST,
            Feature.RATE_LIMIT_SHARED,
            Feature.CLIENT_IPS_ALLOW,
            Feature.CLIENT_IPS_DENY,
            Feature.MAX_CONCURRENT,
            Feature.MAX_BODY,
            Feature.COMPRESSION,
            Feature.CORS,
            Feature.RETRIES,
            Feature.BREAKER_PERCENT,
            Feature.REQUEST_HEADERS,
            Feature.RESPONSE_HEADERS,
            Feature.SECURITY_HEADERS,
            Feature.REDIRECT,
            Feature.REDIRECT_SCHEME,
            Feature.REDIRECT_PORT,
            Feature.REDIRECT_PATH,
            Feature.REWRITE_HOST,
            Feature.REWRITE_PATH));

    /** Whether Traefik's Gateways are told of a feature by Middlewares, or not at all. */
    static boolean isByMiddleware(Feature feature) {
        return BY_MIDDLEWARE.contains(feature);
    }

    /** Why a feature cannot be had from such a Traefik. */
    static Optional<Refusal> refusal(Feature feature, String controller, TraefikInstallation traefik) {
        if (ENFORCED_BY_MIDDLEWARE.contains(feature)) {
            return traefik.hasCrds() ? unsaid(feature, controller, traefik) : Optional.of(needsCrds(feature));
        }
        return feature == Feature.TLS_PLAIN
                ? Optional.empty()
                : remedy(feature)
                        .map(remedy -> Refusal.of(controller, feature, remedy))
                        .or(() -> new PlainIngressDialect("", controller).refusal(feature));
    }

    /** What the class has to say first, since Traefik does not. */
    private static Optional<Refusal> unsaid(Feature feature, String controller, TraefikInstallation traefik) {
        return switch (feature) {
            case TLS_MIN_VERSION, TLS_CLIENT_CERTIFICATES ->
                traefik.hasStrictTls()
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                controller,
                                feature,
                                ("by itself it forgets that as soon as anybody asks for something else under the same host; have"
                                                + " it run with core.strictTLSOptions (from 3.7.11 on) and its class say so by the"
                                                + " annotation %s: \"true\", or remove it")
                                        .formatted(Annotations.STRICT_TLS_OPTIONS)));
            case EXTERNAL -> traefik.externalHosts().refusal(controller);
            case RATE_LIMIT_SHARED ->
                traefik.rateLimitStore().isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                controller,
                                feature,
                                "its class names no Redis to count in; have it do so by the annotation %s: HOST:PORT, or write Local"
                                        .formatted(Annotations.RATE_LIMIT_STORE)));
            default -> Optional.empty();
        };
    }

    /** What to do where Traefik is in the way, and not only what an Ingress can say. */
    private static Optional<String> remedy(Feature feature) {
        return switch (feature) {
            case AUTH_JWT, AUTH_JWT_CLAIMS, AUTH_OIDC, AUTH_OIDC_DISCOVERY, AUTH_OIDC_SEVERAL, AUTH_API_KEY ->
                Optional.of(
                        "its open-source edition cannot; let a service of your own do it (auth.forward), or use another class");
            case RATE_LIMIT_CLAIM ->
                Optional.of(
                        "its open-source edition reads no tokens; let a service of your own do it (auth.forward), and count by"
                                + " a header that it gives (by: Header)");
            case AUTH_BASIC_COVERED ->
                Optional.of(
                        "without the Secret the requests would go to the shorter path; ask for the same users there, give the"
                                + " path a host of its own, or use auth.forward");
            case REDIRECT_ALONE ->
                Optional.of("an Ingress needs one for each path; add a rule with one, or use a Gateway");
            case REDIRECT_303, REDIRECT_307, REDIRECT_308 ->
                Optional.of("Traefik answers GET with 301 or 302 alone; use one of them, or a Gateway");
            case RETRY_TIMEOUT ->
                Optional.of("Traefik only limits the time of all tries together; remove it, or use another class");
            case TIMEOUT ->
                Optional.of("Traefik only limits the time until an answer begins; remove it, or use another class");
            default -> otherWay(feature);
        };
    }

    /** What to do instead of calling services in a way that Traefik has not. */
    private static Optional<String> otherWay(Feature feature) {
        return switch (feature) {
            case MIRROR ->
                Optional.of("an Ingress can name no second service; remove it, or use a Gateway that supports"
                        + " HTTPRouteRequestMirror");
            case BACKEND_TLS ->
                Optional.of(
                        "Traefik reads it from the Service, where it would count for every route; use a Gateway that"
                                + " supports BackendTLSPolicy");
            case BREAKER_CONSECUTIVE ->
                Optional.of("Traefik counts shares and no rows; write errorPercent instead, or use another class");
            case SESSION_AFFINITY ->
                Optional.of(
                        "Traefik reads it from the Service, where it would count for every route; keep sessions in a"
                                + " store that all pods share, or use another class");
            default -> Optional.empty();
        };
    }

    private static Refusal needsCrds(Feature feature) {
        return new Refusal(
                Reason.ApiNotInstalled,
                "Traefik is told to %s by objects of its own (traefik.io/v1alpha1), which are not installed; install Traefik's CRDs, or remove it"
                        .formatted(feature.text()));
    }
}
