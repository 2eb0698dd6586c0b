// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import dev.atoll.operator.status.Reason;
import java.util.Optional;

/** What Traefik's open-source edition can be told by Ingresses and Middlewares (read in Traefik 3.7). */
final class TraefikFeatures {
    private TraefikFeatures() {}

    /** Why a feature cannot be had, with Traefik's CRDs or without them. */
    static Optional<Refusal> refusal(Feature feature, String className, boolean hasMiddlewares) {
        return switch (feature) {
            case TLS_REDIRECT, RATE_LIMIT, CORS, RETRIES, REQUEST_HEADERS, RESPONSE_HEADERS ->
                hasMiddlewares ? Optional.empty() : Optional.of(needsMiddlewares(feature));
            case TLS_PLAIN -> Optional.empty();
            case RETRY_TIMEOUT ->
                refused(feature, "Traefik only limits the time of all tries together; remove it, or use another class");
            case TIMEOUT ->
                refused(
                        feature,
                        "Traefik only limits the time until an answer begins; remove it, or use another class");
            default -> new PlainIngressDialect(className, TraefikIngressDialect.CONTROLLER).refusal(feature);
        };
    }

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> difference(Feature feature) {
        return switch (feature) {
            case RATE_LIMIT ->
                Optional.of("each path under each host has an allowance of its own, in each replica of Traefik;"
                        + " requests pass evenly, and one at a time where `burst` is left out");
            case CORS -> Optional.of("a preflight request is answered by Traefik itself and counts for no limit");
            case RETRIES ->
                Optional.of("requests above 1 MiB are not repeated for their code; the wait grows to twice `backoff`");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refused(Feature feature, String remedy) {
        return Optional.of(Refusal.of(TraefikIngressDialect.CONTROLLER, feature, remedy));
    }

    private static Refusal needsMiddlewares(Feature feature) {
        return new Refusal(Reason.ApiNotInstalled, """
                Traefik is told to %s by a Middleware (traefik.io/v1alpha1), which is not installed; install Traefik's CRDs, or \
                remove it""".formatted(feature.text()));
    }
}
