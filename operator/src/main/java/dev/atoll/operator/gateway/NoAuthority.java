// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

/**
 * A ConfigMap with a certificate that vouches for nothing: it may not sign others, and it names no server. Where the list of
 * authorities is empty, because the ConfigMap that a route names is missing or of no use, Traefik believes all those that it knows;
 * with this one the list never is.
 */
final class NoAuthority {
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBejCCASGgAwIBAgIUWQiYZJhaHf0Y48BfuCCVzAlZI3QwCgYIKoZIzj0EAwIw
            HDEaMBgGA1UEAwwRQXRvbGw6IGZvciBub2JvZHkwIBcNMjYxMTI5MTA1MTUzWhgP
            MjEyNjExMDUxMDUxNTNaMBwxGjAYBgNVBAMMEUF0b2xsOiBmb3Igbm9ib2R5MFkw
            EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvjn9o+DT9fRYJ0JhMqnx5cmurB77CvTK
            j8kBlrVGf5rg8+3e0p9EwKMms449YBC6QAaoZDojGWyK8uUXWVVLeaM/MD0wDAYD
            VR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFAHgdSEDAm7cOzdn
            vqTBypJv/BT2MAoGCCqGSM49BAMCA0cAMEQCIGGNOuFd8WD+6Ki/LLaWWDKCw52j
            CpDwvloc/ivFhq/3AiA39UQKscblGgrlOmPtaopQTNtLZjXlH8NSRbLN2K2TCw==
            -----END CERTIFICATE-----
            """;

    private NoAuthority() {}

    static ConfigMap of(Route route, Target target) {
        // spotless:off
        return new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(target.service())
                .withLabels(Labels.metadata(route.identity()))
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .addToData("ca.crt", CERTIFICATE)
            .build();
        // spotless:on
    }
}
