// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What the service is asked instead of what the client asked. */
@ValidationRule(value = "has(self.hostname) || has(self.path)", message = "rewrites nothing; set hostname or path")
public record Rewrite(
        @JsonPropertyDescription("Host that the service is told. Left out: that of the request.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        @Nullable
        String hostname,

        @JsonPropertyDescription("Left out: the path of the request.") @Nullable
        PathModifier path) {}
