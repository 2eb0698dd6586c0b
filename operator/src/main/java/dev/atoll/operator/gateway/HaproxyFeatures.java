// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import java.util.Optional;

/** What HAProxy's controller can be told by annotations of an Ingress (read in its documentation for 3.2). */
final class HaproxyFeatures {
    private HaproxyFeatures() {}

    /** Why a feature cannot be had. */
    static Optional<Refusal> refusal(Feature feature, String className, String controller) {
        return switch (feature) {
            case TLS_REDIRECT, TLS_PLAIN, RATE_LIMIT, CORS -> Optional.empty();
            case REQUEST_HEADERS, RESPONSE_HEADERS, SECURITY_HEADERS -> Optional.empty();
            // Which of these it can be told, is a matter of the values.
            case RATE_LIMIT_PERIOD, RATE_LIMIT_SMALL_BURST -> Optional.empty();
            case AUTH_BASIC ->
                refused(
                        feature,
                        controller,
                        "it wants a Secret with a key for each user instead of the key auth; use another class");
            case AUTH_JWT,
                    AUTH_JWT_CLAIMS,
                    AUTH_OIDC,
                    AUTH_OIDC_DISCOVERY,
                    AUTH_OIDC_SEVERAL,
                    AUTH_API_KEY,
                    AUTH_FORWARD ->
                refused(
                        feature,
                        controller,
                        "it has no annotation for it; let the service do it, or use another class");
            case SESSION_AFFINITY ->
                refused(
                        feature,
                        controller,
                        "it reads that from the Service, where it would count for every route; keep sessions in a store that"
                                + " all pods share, or use another class");
            case BACKEND_TLS ->
                refused(
                        feature,
                        controller,
                        "it does not compare the name in a service's certificate; use a Gateway that supports BackendTLSPolicy");
            case TIMEOUT ->
                refused(
                        feature,
                        controller,
                        "its timeouts only limit how long a service may be silent; remove it, or use another class");
            default -> new PlainIngressDialect(className, controller).refusal(feature);
        };
    }

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> difference(Feature feature) {
        return switch (feature) {
            case RATE_LIMIT ->
                Optional.of(
                        "only `by: ClientIP`, without `burst`, and `per` in whole seconds up to 24h; an address has one"
                                + " allowance for all paths of all routes with the same `per`, and refused requests use it up too; a"
                                + " limit in the controller's own ConfigMap has to have the same period");
            case CORS ->
                Optional.of(
                        "without `exposeHeaders`; a preflight request counts for the limit and goes on to the service,"
                                + " which has to answer it with a code from 200 to 299");
            case REQUEST_HEADERS, RESPONSE_HEADERS ->
                Optional.of("only `set`, with names of letters, digits, `-` and `_`, and values without quotes,"
                        + " backslashes and `#`");
            case SECURITY_HEADERS ->
                Optional.of("without `contentSecurityPolicy` and `permissionsPolicy`, which need quotes");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refused(Feature feature, String controller, String remedy) {
        return Optional.of(Refusal.of(controller, feature, remedy));
    }
}
