// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import java.util.Collections;
import java.util.Objects;

/** Routes that can claim the same requests. */
final class Rivals {
    private Rivals() {}

    /** Whether two routes name a host in common at the same gateway. */
    static boolean are(GatewayRoute one, GatewayRoute other) {
        return isSameGateway(one, other)
                && !Collections.disjoint(one.getSpec().hosts(), other.getSpec().hosts());
    }

    private static boolean isSameGateway(GatewayRoute one, GatewayRoute other) {
        var gateway = Entrances.parent(one);
        var otherGateway = Entrances.parent(other);
        if (gateway.isPresent() && otherGateway.isPresent()) {
            return gateway.get().overlaps(otherGateway.get());
        }
        return gateway.isEmpty()
                && otherGateway.isEmpty()
                && Objects.equals(one.getSpec().className(), other.getSpec().className());
    }
}
