// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A port that the container listens on. */
public record Port(
        @JsonPropertyDescription(
                "Name of the port, unique in the service. Others name it in dependencies, routes and health checks.")
        @Required
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        String name,

        @JsonPropertyDescription("Number that the container listens on.") @Required @Min(1) @Max(65535)
        Integer port,

        @JsonPropertyDescription("Number that callers use. Left out: the same as port.") @Min(1) @Max(65535) @Nullable
        Integer servicePort,

        @JsonPropertyDescription("What is spoken there: HTTP (the default), GRPC, TCP or UDP. The gateway and the "
                + "addresses given to callers follow it.")
        @Default("HTTP")
        Protocol protocol) {

    public Port {
        protocol = Defaults.or(protocol, Protocol.HTTP);
    }
}
