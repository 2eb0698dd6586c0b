// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.GatewayDialect.Refusal;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Reason;
import java.util.Optional;

/** What F5's controller can be told by annotations of an Ingress and by Policies (read in its documentation for 5.5). */
final class NginxFeatures {
    private static final String CONTROLLER = NginxIngressDialect.CONTROLLER;

    private NginxFeatures() {}

    /** Why a feature cannot be had, with F5's CRDs or without them. */
    static Optional<Refusal> refusal(Feature feature, String className, boolean hasPolicies) {
        return switch (feature) {
            case TLS_REDIRECT, TLS_PLAIN, RATE_LIMIT, REQUEST_HEADERS -> Optional.empty();
            // Which periods it can be told, is a matter of the values.
            case RATE_LIMIT_PERIOD, RATE_LIMIT_SMALL_BURST -> Optional.empty();
            case AUTH_FORWARD, CORS -> hasPolicies ? Optional.empty() : Optional.of(needsPolicies(feature));
            case RULES_DIFFER ->
                refused(
                        feature,
                        "it gives a host to one Ingress only; say the same for all rules, or give this one a GatewayRoute with a"
                                + " host of its own");
            case AUTH_BASIC ->
                refused(
                        feature,
                        "it wants a Secret of type nginx.org/htpasswd with the key htpasswd instead of auth; let a service of"
                                + " your own do it (auth.forward), or use another class");
            case AUTH_JWT, AUTH_JWT_CLAIMS, AUTH_OIDC, AUTH_OIDC_DISCOVERY, AUTH_OIDC_SEVERAL, AUTH_API_KEY ->
                refused(
                        feature,
                        "it cannot for an Ingress; let a service of your own do it (auth.forward), or use another class");
            case RETRIES ->
                refused(
                        feature,
                        "it asks each pod once only, however many tries are left; remove it, or use another class");
            case SESSION_AFFINITY ->
                refused(
                        feature,
                        "it can in NGINX Plus only; keep sessions in a store that all pods share, or use another class");
            case BACKEND_TLS ->
                refused(
                        feature,
                        "for an Ingress it does not check a service's certificate; use a Gateway that supports BackendTLSPolicy");
            case TIMEOUT ->
                refused(
                        feature,
                        "its timeouts only limit how long a service may be silent; remove it, or use another class");
            default -> new PlainIngressDialect(className, CONTROLLER).refusal(feature);
        };
    }

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> difference(Feature feature) {
        return switch (feature) {
            case AUTH_FORWARD ->
                Optional.of(
                        "without `responseHeaders`, and `path` of letters, digits and `/._~-`; a refusal reaches the"
                                + " client as code 401 or 403, any other as 500");
            case RATE_LIMIT ->
                Optional.of(
                        "only `per: 1s` and `per: 1m`; all paths of a route share an allowance, in each replica of the"
                                + " controller; requests pass evenly, and one at a time where `burst` is left out");
            case CORS ->
                Optional.of(
                        "no asterisk within an origin; NGINX itself answers every OPTIONS request, and counts it for no"
                                + " limit");
            case REQUEST_HEADERS ->
                Optional.of(
                        "only `set`, with names of letters, digits and `-` that NGINX does not write itself, and values"
                                + " of letters, digits and `._/=+-`");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> refused(Feature feature, String remedy) {
        return Optional.of(Refusal.of(CONTROLLER, feature, remedy));
    }

    private static Refusal needsPolicies(Feature feature) {
        return new Refusal(Reason.ApiNotInstalled, """
                F5's controller is told to %s by a Policy (k8s.nginx.org/v1), which earlier versions than 5.5 let requests pass \
                without; install that version with its CRDs and set the annotation %s: "true" on its IngressClass, or remove \
                it""".formatted(feature.text(), Annotations.ENFORCES_POLICIES));
    }
}
