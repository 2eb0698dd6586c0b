// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What Envoy Gateway can be told by its own policies (read in Envoy Gateway 1.9). */
final class EnvoyFeatures {
    private static final Set<Feature> BY_POLICY = Set.copyOf(EnumSet.of(
            Feature.AUTH_JWT,
            Feature.AUTH_JWT_CLAIMS,
            Feature.AUTH_OIDC,
            Feature.AUTH_OIDC_DISCOVERY,
            Feature.AUTH_OIDC_SEVERAL,
            Feature.AUTH_BASIC,
            Feature.AUTH_BASIC_REALM,
            Feature.AUTH_BASIC_COVERED,
            Feature.AUTH_API_KEY,
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
            Feature.RATE_LIMIT_SHARED,
            Feature.EXTERNAL,
            Feature.SESSION_AFFINITY));

    private EnvoyFeatures() {}

    /** Whether a feature goes beyond the routes of the Gateway API. */
    static boolean isByPolicy(Feature feature) {
        return BY_POLICY.contains(feature);
    }

    /** Why one of these cannot be had from such an Envoy Gateway. */
    static Optional<Refusal> refusal(Feature feature, EnvoyInstallation envoy) {
        return switch (feature) {
            case AUTH_OIDC_DISCOVERY ->
                refused(feature, "name the service that gives the tokens (tokenFrom), and authorizationEndpoint");
            case AUTH_OIDC_SEVERAL ->
                refused(
                        feature,
                        "each rule would have a login of its own; let one rule ask for it, and give another one auth of its own or"
                                + " a GatewayRoute with another host");
            case AUTH_BASIC_REALM -> refused(feature, "its own text cannot be changed; remove the realm");
            case AUTH_FORWARD_BESIDE_QUERY ->
                refused(
                        feature,
                        "it puts rules with query parameters behind those with headers; remove responseHeaders, or put the"
                                + " rules with queryParams into a GatewayRoute of their own, under another host");
            case RATE_LIMIT_PERIOD -> refused(feature, "it counts by 1s, 1m, 1h or 24h; write one of these");
            case RATE_LIMIT_SMALL_BURST ->
                refused(
                        feature,
                        "as many may come at once as in a whole period; remove burst, or write fewer requests for a shorter"
                                + " period, such as 10 in 1s for 600 in 1m");
            case BREAKER_PERCENT ->
                refused(
                        feature,
                        "it counts shares only where five pods or more have fifty requests each; write consecutiveErrors"
                                + " instead");
            default -> envoy.hasCrds() ? unsaid(feature, envoy) : Optional.of(needsPolicies(feature));
        };
    }

    /** What the class has to say first, since Envoy Gateway does not. */
    private static Optional<Refusal> unsaid(Feature feature, EnvoyInstallation envoy) {
        return switch (feature) {
            case EXTERNAL -> envoy.externalHosts().refusal(EnvoyGatewayDialect.CONTROLLER);
            case RATE_LIMIT_SHARED ->
                envoy.hasRateLimitStore()
                        ? Optional.empty()
                        : refused(
                                feature,
                                "its class names no Redis to count in; have rateLimit.backend and rateLimit.failClosed set in Envoy Gateway's configuration"
                                        + " and the class say so by the annotation %s: HOST:PORT, or write Local"
                                                .formatted(Annotations.RATE_LIMIT_STORE));
            default -> Optional.empty();
        };
    }

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> difference(Feature feature) {
        return switch (feature) {
            case PATH_REGEX -> Optional.of("an expression counts before every prefix, however long");
            case METHODS -> Optional.of("where several rules match, a method counts like a header");
            case RATE_LIMIT ->
                Optional.of(
                        "each path and method has an allowance of its own, in each replica of Envoy; as many may come at"
                                + " once as `requests` says, whatever a larger `burst`; requests without the header share one"
                                + " allowance; what authentication turns away is not counted");
            case CLIENT_IPS_ALLOW, CLIENT_IPS_DENY ->
                Optional.of(
                        "the address is that of the connection, and so of a proxy that stands before Envoy, unless a"
                                + " ClientTrafficPolicy of the Gateway's owner says where else it stands; authentication comes first");
            case MAX_CONCURRENT ->
                Optional.of("each rule counts for itself, and so do those of its requests that bring one of"
                        + " `auth.forward.responseHeaders`, in each replica of Envoy; what comes above gets 503");
            case MAX_BODY ->
                Optional.of(
                        "below 4Gi; a request is passed on when it has come as a whole, for which Envoy keeps it in memory,"
                                + " so neither WebSockets nor calls that stream pass");
            case COMPRESSION ->
                Optional.of(
                        "Zstandard, Brotli or gzip, for text, JSON, JavaScript and XML from 1 KiB on; the service itself is not"
                                + " asked to compress");
            case RATE_LIMIT_SHARED ->
                Optional.of(
                        "Envoy Gateway has to run with `rateLimit.backend` and `rateLimit.failClosed`, and its class has to say so by"
                                + " `atoll.dev/rate-limit-store: HOST:PORT`; periods begin by the clock; while the store cannot be"
                                + " reached, the answer is 500; requests without the header, and tokens without the claim, are"
                                + " counted by each replica");
            case RATE_LIMIT_CLAIM -> Optional.of("tokens without the claim share one allowance");
            case EXTERNAL ->
                Optional.of(
                        "Envoy Gateway has to run with `extensionApis.enableBackend`, and its class has to list the servers by"
                                + " `atoll.dev/external-hosts`; while the ConfigMap is missing or of no use, the answer is 500");
            case CORS -> Optional.of("in an origin, `*` stands for any text");
            case RETRIES -> Optional.of("the wait is random, and up to ten times `backoff`");
            default -> differenceOfAuthentication(feature);
        };
    }

    private static Optional<String> differenceOfAuthentication(Feature feature) {
        return switch (feature) {
            case AUTH_JWT ->
                Optional.of(
                        "a dot in the name of a claim leads into the claim; a header of `claimsToHeaders` is taken out of the"
                                + " requests of every route of the Gateway, unless it comes from a token; while the keys cannot be had, nobody passes, and of"
                                + " those at an address outside (`jwksUri`) Ready does not say so");
            case AUTH_JWT_CLAIMS -> Optional.of("only what is text or a list of texts in the token");
            case AUTH_OIDC ->
                Optional.of(
                        "the Secret has to hold the client's secret under the key `client-secret`; while it does not, the answer is"
                                + " 500 and Ready says why; the service is not told who has logged in; ending the login takes the cookies"
                                + " from the browser");
            case AUTH_BASIC ->
                Optional.of(
                        "the Secret has to hold the users under the key `.htpasswd`, each password as {SHA} (SHA-1);"
                                + " while it does not, the answer is 500 and Ready says why");
            case AUTH_API_KEY ->
                Optional.of("while Envoy Gateway cannot read the Secret, the answer is 500 and Ready says why");
            case AUTH_FORWARD ->
                Optional.of("the service is asked by the method of the request and without its body and path, only its"
                        + " answer 200 lets pass, and of the headers it is told Accept, Authorization, Cookie, Host, Origin,"
                        + " User-Agent, X-API-Key, X-Forwarded-For, X-Forwarded-Proto and X-Request-Id; a request that"
                        + " brings one of `responseHeaders` itself reaches the service without any of them, and one that some route of"
                        + " the Gateway has in `claimsToHeaders` is not passed on");
            default -> differenceOfPods(feature);
        };
    }

    private static Optional<String> differenceOfPods(Feature feature) {
        return switch (feature) {
            case BREAKER_CONSECUTIVE ->
                Optional.of(
                        "each pod is counted, and left alone, by itself, in each replica of Envoy; only where no pod is"
                                + " left, the answer is 503; for a pod that goes on failing `openFor` grows by itself each"
                                + " time, up to 5 minutes; each try of `retries` counts");
            case SESSION_AFFINITY ->
                Optional.of("the cookie stands for no pod, so when pods come or go, some clients get to another one");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refused(Feature feature, String remedy) {
        return Optional.of(Refusal.of(EnvoyGatewayDialect.CONTROLLER, feature, remedy));
    }

    private static Refusal needsPolicies(Feature feature) {
        return new Refusal(Reason.ApiNotInstalled, """
                Envoy Gateway is told to %s by its policies (gateway.envoyproxy.io/v1alpha1), which are not installed; install \
                Envoy Gateway's CRDs, or remove it""".formatted(feature.text()));
    }
}
