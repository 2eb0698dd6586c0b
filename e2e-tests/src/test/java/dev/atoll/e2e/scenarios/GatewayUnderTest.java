// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.util.List;
import java.util.Map;

/** A gateway of the cluster, told in one of the ways that it can be told. */
enum GatewayUnderTest {
    TRAEFIK_INGRESS("traefik-ingress", "traefik"),
    TRAEFIK_GATEWAY("traefik-gateway", "traefik"),
    ENVOY("envoy", "envoy");

    private static final String DOMAIN = ".example.com";

    private final String word;
    private final String program;

    GatewayUnderTest(String word, String program) {
        this.word = word;
        this.program = program;
    }

    /** What it is called in reports. */
    String word() {
        return word;
    }

    /** What {@code kind gateway} calls the program, which is also the name of its GatewayClass. */
    String program() {
        return program;
    }

    /** The headings that its column in the table of features may have, the best first. */
    List<String> columns() {
        return switch (this) {
            case TRAEFIK_INGRESS -> List.of("Traefik");
            case TRAEFIK_GATEWAY -> List.of("Traefik's Gateways", "Gateway API");
            case ENVOY -> List.of("Envoy Gateway", "Gateway API");
        };
    }

    /** The fields of a GatewayRoute's spec that name it. */
    Map<String, Object> reference() {
        return this == TRAEFIK_INGRESS
                ? Map.of("className", program)
                : Map.of("gateway", Map.of("name", program, "namespace", program));
    }

    /** The domain of all hosts that routes have there. */
    String domain() {
        return word + DOMAIN;
    }

    /** A host of a manifest, which other gateways have too, as one that only this gateway has. */
    String own(String host) {
        if (!host.endsWith(DOMAIN)) {
            throw new IllegalArgumentException(host + " does not end in " + DOMAIN);
        }
        return host.substring(0, host.length() - DOMAIN.length()) + "." + domain();
    }
}
