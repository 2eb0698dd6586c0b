// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Since when a route has claimed a host. */
public record ClaimedHost(
        @JsonPropertyDescription("The host, as spec.hosts writes it.") @Required @Size(min = 1, max = 253)
        String host,

        @JsonPropertyDescription(
                "Where: IngressClass/NAME or Gateway/NAMESPACE/NAME. At another gateway a claim begins anew.")
        @Required
        @Size(min = 1, max = 520)
        String gateway,

        @JsonPropertyDescription(
                "When the route has first named it (RFC 3339, UTC): its creation, or the edit that has added the host.")
        @Size(max = 40)
        @Nullable
        String since) {}
