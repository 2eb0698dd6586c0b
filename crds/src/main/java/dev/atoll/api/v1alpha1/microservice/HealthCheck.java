// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One check: an HTTP GET, a gRPC health call, a command, or (when none of them is given) a TCP connection. */
@ValidationRule(
        value = "[has(self.path), has(self.grpcService), has(self.command) && self.command.size() > "
                + "0].filter(given, given).size() <= 1",
        message = "has more than one of path, grpcService and command; keep one, or none to try a TCP connection")
public record HealthCheck(
        @JsonPropertyDescription(
                "Path of an HTTP GET request, with the query if there is one. An answer from 200 to 399 is healthy.")
        @Size(min = 1, max = 1024)
        @Pattern("^/[^\\s]*$")
        @Nullable
        String path,

        @JsonPropertyDescription("Service name asked for in a call of grpc.health.v1.Health/Check; may be empty, which "
                + "asks for the server as a whole.")
        @Size(max = 253)
        @Nullable
        String grpcService,

        @JsonPropertyDescription("Command run in the container. Exit status 0 is healthy.") @Size(max = 64)
        List<@Size(max = 4096) String> command,

        @JsonPropertyDescription("Name of the port that is asked. Left out: the first port.")
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        @Nullable
        String port,

        @JsonPropertyDescription("Seconds from the start of the container to the first check; 0 if left out.")
        @Min(0)
        @Max(86400)
        @Default("0")
        Integer initialDelaySeconds,

        @JsonPropertyDescription("Seconds from check to check; 10 if left out.") @Min(1) @Max(86400) @Default("10")
        Integer periodSeconds,

        @JsonPropertyDescription("Seconds after which a check without an answer has failed; 1 if left out.")
        @Min(1)
        @Max(3600)
        @Default("1")
        Integer timeoutSeconds,

        @JsonPropertyDescription("How many checks in a row must succeed after a failure. Left out: 1.")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer successThreshold,

        @JsonPropertyDescription("How many checks in a row must fail before it counts; 3 if left out.")
        @Min(1)
        @Max(10000)
        @Default("3")
        Integer failureThreshold) {

    public HealthCheck {
        command = Defaults.list(command);
        initialDelaySeconds = Defaults.or(initialDelaySeconds, 0);
        periodSeconds = Defaults.or(periodSeconds, 10);
        timeoutSeconds = Defaults.or(timeoutSeconds, 1);
        failureThreshold = Defaults.or(failureThreshold, 3);
    }
}
