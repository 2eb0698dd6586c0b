// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a GatewayRoute. */
public record GatewayRouteStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Accepted, ResolvedRefs, Programmed, Ready and, when a person must act, Stalled.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("Where the published paths are reached.") @Size(max = 1024)
        List<@Size(max = 2048) String> urls,

        @JsonPropertyDescription("Controller behind the class, as the IngressClass or GatewayClass names it.")
        @Size(max = 253)
        @Nullable
        String controller,

        @JsonPropertyDescription("Addresses of the gateway, which the hosts' DNS records should point to.")
        @Size(max = 64)
        List<@Size(max = 253) String> addresses,

        @JsonPropertyDescription(
                "Hosts that the route claims, those included that are still published although the spec no longer names "
                        + "them. Of two namespaces the one that has claimed a host first has it.")
        @Size(max = 256)
        List<ClaimedHost> hosts)
        implements ConditionedStatus {

    public GatewayRouteStatus {
        conditions = Defaults.list(conditions);
        urls = Defaults.list(urls);
        addresses = Defaults.list(addresses);
        hosts = Defaults.list(hosts);
    }
}
