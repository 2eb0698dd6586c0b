// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The gRPC calls that a rule is for. */
public record GrpcMatch(
        @JsonPropertyDescription("Full name of the gRPC service, package included.")
        @Required
        @Size(min = 1, max = 1024)
        @Pattern("^[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)*$")
        String service,

        @JsonPropertyDescription("Name of the method. Left out: every method.")
        @Size(min = 1, max = 1024)
        @Pattern("^[A-Za-z_][A-Za-z0-9_]*$")
        @Nullable
        String method) {}
