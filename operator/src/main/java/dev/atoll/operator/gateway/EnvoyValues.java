// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Violation;
import java.util.List;

/** Values that Envoy Gateway cannot be told (read in Envoy Gateway 1.9). */
final class EnvoyValues {
    /** Envoy counts the bytes of a body with 32 bits. */
    private static final long LARGEST_BODY = (1L << 32) - 1;

    private EnvoyValues() {}

    static List<Violation> violations(GatewayRouteSpec spec) {
        return SpecField.maxBodySizes(spec)
                .filter(field -> Treatment.bytes(field.value())
                        .filter(bytes -> bytes > LARGEST_BODY)
                        .isPresent())
                .map(field -> field.refused(
                        "is 4Gi or more, and Envoy can only be told less; write for example 4095Mi, or 0 for no limit"))
                .toList();
    }
}
