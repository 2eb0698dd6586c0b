// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A Gateway of the Gateway API. */
public record GatewayReference(
        @JsonPropertyDescription("Name of the Gateway.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String name,

        @JsonPropertyDescription(
                "Namespace of the Gateway; the listener's allowedRoutes must admit this one. Left out: "
                        + "the route's own.")
        @Size(min = 1, max = 63)
        @Pattern(Formats.DNS_LABEL)
        @Nullable
        String namespace,

        @JsonPropertyDescription("Listener of the Gateway. Left out: every listener that fits.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String listener) {}
