// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ClientCertificates;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * On which terms Traefik speaks TLS (read in Traefik 3.7.13). It chooses them by the name that a client asks for, and only
 * knows those that an Ingress spells out. All Ingresses of a host have to name the same TLSOption.
 */
final class TraefikTls {
    private TraefikTls() {}

    /** What Traefik cannot be told of the terms, or not beside them. */
    static Stream<Violation> violations(GatewayRouteSpec spec) {
        if (!TlsTerms.areIn(spec)) {
            return Stream.empty();
        }
        var hosts = spec.hosts();
        var wildcards = IntStream.range(0, hosts.size())
                .filter(i -> hosts.get(i).startsWith("*."))
                .mapToObj(i -> violation(
                        "spec.hosts[%d]".formatted(i),
                        ("%s has a wildcard, for which Traefik takes neither tls.minVersion nor"
                                        + " tls.clientCertificates; name each host, or remove them")
                                .formatted(hosts.get(i))));
        boolean isRedirected =
                spec.tls() != null && Boolean.TRUE.equals(spec.tls().redirect());
        var redirect = isRedirected
                ? Stream.of(violation(
                        "spec.tls.redirect",
                        "what redirects plain HTTP could be reached by HTTPS without tls.minVersion and"
                                + " tls.clientCertificates; remove redirect, and plain HTTP is not"
                                + " answered at all"))
                : Stream.<Violation>empty();
        return Stream.concat(wildcards, redirect);
    }

    /**
     * Why a route cannot have a host in common with another one, as the end of a sentence with the remedy; empty where it
     * can.
     */
    static Optional<String> sole(GatewayRouteSpec one, GatewayRouteSpec other) {
        return TlsTerms.areIn(one) || TlsTerms.areIn(other)
                ? Optional.of("Traefik keeps tls.minVersion and tls.clientCertificates for a host and not for a path;"
                        + " write all paths of the host into one GatewayRoute, or name other hosts")
                : Optional.empty();
    }

    /** The terms of a route, as Traefik's own object. */
    static Optional<TlsOption> option(Route route) {
        return route.tls().flatMap(TlsTerms::of).map(terms -> TlsOption.of(route, terms));
    }

    /** Traefik's name for a TLSOption; other than that of a Middleware, it keeps dots and whatever else is in it. */
    static String reference(TlsOption option) {
        return option.getMetadata().getNamespace() + "-" + option.getMetadata().getName() + "@kubernetescrd";
    }

    /** What only Traefik sees. */
    static Optional<String> remark(Route route) {
        return route.tls()
                .flatMap(TlsTerms::of)
                .flatMap(TlsTerms::clientCertificates)
                .map(ClientCertificates::caSecretName)
                .map(
                        "only Traefik sees whether Secret %s holds certificates; while not, nobody gets a connection"
                                ::formatted);
    }

    private static Violation violation(String field, String message) {
        return new Violation(Reason.FeatureNotSupported, field, message);
    }
}
