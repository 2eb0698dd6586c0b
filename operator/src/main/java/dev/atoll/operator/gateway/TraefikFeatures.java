// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
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
            Feature.AUTH_BASIC,
            Feature.AUTH_BASIC_REALM,
            Feature.AUTH_FORWARD,
            Feature.AUTH_FORWARD_BESIDE_QUERY,
            Feature.RATE_LIMIT,
            Feature.RATE_LIMIT_PERIOD,
            Feature.RATE_LIMIT_SMALL_BURST,
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

    /** Why a feature cannot be had, with Traefik's CRDs or without them. */
    static Optional<Refusal> refusal(Feature feature, String controller, boolean hasMiddlewares) {
        if (ENFORCED_BY_MIDDLEWARE.contains(feature)) {
            return hasMiddlewares ? Optional.empty() : Optional.of(needsMiddlewares(feature));
        }
        return feature == Feature.TLS_PLAIN
                ? Optional.empty()
                : remedy(feature)
                        .map(remedy -> Refusal.of(controller, feature, remedy))
                        .or(() -> new PlainIngressDialect("", controller).refusal(feature));
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

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> difference(Feature feature) {
        return switch (feature) {
            case AUTH_BASIC ->
                Optional.of(
                        "the Secret has to have exactly one key, of any name; while Traefik cannot read it, the paths are not answered,"
                                + " or by a shorter path of another GatewayRoute under the same host");
            case AUTH_FORWARD -> Optional.of("the service is asked by GET and without the body");
            case CLIENT_IPS_ALLOW ->
                Optional.of("the address is that of the connection, and so of a proxy that stands before Traefik");
            case CLIENT_IPS_DENY ->
                Optional.of(
                        "the address is that of the connection, and so of a proxy that stands before Traefik; Traefik is told"
                                + " all other ranges of addresses, of which there may be %d"
                                        .formatted(TraefikAddresses.MOST_RANGES));
            case MAX_CONCURRENT ->
                Optional.of(
                        "each path under each host counts for itself, and each method that a rule names, in each replica of Traefik, and"
                                + " anew whenever any route changes; what comes above gets 429");
            case MAX_BODY ->
                Optional.of("a request is passed on when it has come as a whole; above 1 MiB Traefik keeps it in a file"
                        + " under /tmp, and answers are kept like that too");
            case COMPRESSION -> Optional.of("gzip, Brotli or Zstandard, from 1 KiB on");
            case RATE_LIMIT ->
                Optional.of(
                        "each path under each host has an allowance of its own, and what is below the path another one, in each replica of Traefik, and so has each method"
                                + " that a rule names; they begin anew whenever any route changes; requests pass evenly, and one at a time where `burst` is left out");
            case CORS -> Optional.of("a preflight request is answered by Traefik itself and counts for no limit");
            case RETRIES ->
                Optional.of("requests above 1 MiB are not repeated for their code; the wait grows to twice `backoff`");
            case BREAKER_PERCENT ->
                Optional.of(
                        "of the last ten seconds, and however few answers these have; each path under each host counts"
                                + " for itself, and what is below the path for itself, in each replica of Traefik; after `openFor`"
                                + " a growing part of the requests is let through for as long again; what `retries` mend is no"
                                + " failure");
            case REDIRECT ->
                Optional.of(
                        "other methods than GET get 308 and 307 instead of 301 and 302; only while the service of the"
                                + " first other rule has a pod");
            case REWRITE_PATH -> Optional.of("the service finds the old path in the header X-Replaced-Path");
            default -> Optional.empty();
        };
    }

    private static Refusal needsMiddlewares(Feature feature) {
        return new Refusal(Reason.ApiNotInstalled, """
                Traefik is told to %s by a Middleware (traefik.io/v1alpha1), which is not installed; install Traefik's CRDs, or \
                remove it""".formatted(feature.text()));
    }
}
