// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ClientCertificates;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.api.v1alpha1.gatewayroute.TlsVersion;
import java.util.Optional;

/**
 * On which terms a gateway speaks TLS with clients. It settles them before it sees a path, so they are those of a whole host.
 *
 * @param minVersion oldest version that clients may speak; empty for the gateway's own
 * @param clientCertificates what clients have to show; empty for nothing
 */
public record TlsTerms(Optional<TlsVersion> minVersion, Optional<ClientCertificates> clientCertificates) {

    /** The terms of a route; empty where it leaves them to its gateway. */
    static Optional<TlsTerms> of(Tls tls) {
        return Optional.of(new TlsTerms(
                        Optional.ofNullable(tls.minVersion()), Optional.ofNullable(tls.clientCertificates())))
                .filter(terms -> terms.minVersion().isPresent()
                        || terms.clientCertificates().isPresent());
    }

    /** Whether a route has terms of its own. */
    public static boolean areIn(GatewayRouteSpec spec) {
        return Optional.ofNullable(spec.tls()).flatMap(TlsTerms::of).isPresent();
    }
}
