// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.util.List;

/**
 * The namespaces whose pods the generated NetworkPolicies let in.
 *
 * @param gateways where gateway controllers and their proxies run
 * @param monitoring where what scrapes metrics runs
 */
public record OpenNamespaces(List<String> gateways, List<String> monitoring) {
    public OpenNamespaces {
        gateways = List.copyOf(gateways);
        monitoring = List.copyOf(monitoring);
    }
}
