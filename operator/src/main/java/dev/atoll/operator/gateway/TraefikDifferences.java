// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.util.Optional;

/** In what Traefik's way of enforcing features differs from what the fields say (read in Traefik 3.7). */
final class TraefikDifferences {
    private TraefikDifferences() {}

    /** In what its way of enforcing a feature differs from what the field says. */
    static Optional<String> of(Feature feature) {
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
            case TLS_MIN_VERSION, TLS_CLIENT_CERTIFICATES -> ofTerms(feature);
            case EXTERNAL ->
                Optional.of(
                        "Traefik has to run with `providers.kubernetesIngress.allowExternalNameServices`, and its class has to list"
                                + " the servers by `atoll.dev/external-hosts`; while the ConfigMap is missing or of no use, the"
                                + " server's certificate is not believed");
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
            default -> ofLimits(feature);
        };
    }

    private static Optional<String> ofLimits(Feature feature) {
        return switch (feature) {
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
            case RATE_LIMIT_SHARED ->
                Optional.of(
                        "all paths and hosts of a rule share an allowance; while Traefik cannot reach the store, the answer is 500;"
                                + " the class has to name the store by `atoll.dev/rate-limit-store: HOST:PORT`, a Redis that asks for no password");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofTerms(Feature feature) {
        var common =
                "from Traefik 3.7.11 on, which has to run with `core.strictTLSOptions` and whose class has to say so by"
                        + " `atoll.dev/strict-tls-options: \"true\"`; for hosts without a wildcard, of which the route has to be the only one;"
                        + " plain HTTP is not answered; connections from before a change of these terms go on";
        return Optional.of(
                feature == Feature.TLS_CLIENT_CERTIFICATES
                        ? common
                                + "; while the Secret is missing or of no use, nobody gets a connection; services are not told"
                                + " who has come"
                        : common);
    }
}
