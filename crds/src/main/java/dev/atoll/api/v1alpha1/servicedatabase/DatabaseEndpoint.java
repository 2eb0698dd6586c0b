// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Where the database is reached. */
public record DatabaseEndpoint(
        @JsonPropertyDescription("Host name.") @Required @Size(max = 253)
        String host,

        @JsonPropertyDescription("Port.") @Required @Min(1) @Max(65535)
        Integer port,

        @JsonPropertyDescription("Name of the database.") @Required @Size(max = 63)
        String database) {}
