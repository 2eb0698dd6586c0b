// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.ClientIPs;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Violation;
import java.util.List;

/** From where clients may call, for Traefik, which only knows lists of addresses that may. */
final class TraefikAddresses {
    /** No address that a client has. */
    static final List<String> NONE = List.of("0.0.0.0/32");

    static final List<String> ALL =
            AddressRange.ALL.stream().map(AddressRange::toString).toList();

    /** A longer list would make each request slow, for Traefik goes through it one by one. */
    static final int MOST_RANGES = 4096;

    private TraefikAddresses() {}

    /** The ranges that may call. */
    static List<String> of(ClientIPs given) {
        if (given.deny().isEmpty()) {
            return given.allow();
        }
        var left = left(given).stream().map(AddressRange::toString).toList();
        return left.isEmpty() ? NONE : left;
    }

    /** The lists that are too long when what may not call is taken out of them. */
    static List<Violation> violations(GatewayRouteSpec spec) {
        return SpecField.clientIPs(spec)
                .filter(field -> left(field.value()).size() > MOST_RANGES)
                .map(field -> field.refused(
                        "deny",
                        "Traefik can only be told who may call, which without these would be %d ranges of addresses, more than %d; write larger ranges, or fewer, or name in allow who may call"
                                .formatted(left(field.value()).size(), MOST_RANGES)))
                .toList();
    }

    private static List<AddressRange> left(ClientIPs given) {
        var allowed = given.allow().stream().map(AddressRange::of).toList();
        var denied = given.deny().stream().map(AddressRange::of).toList();
        return AddressRange.minus(allowed.isEmpty() ? AddressRange.ALL : allowed, denied);
    }
}
