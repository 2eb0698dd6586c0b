// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Where one port of a service is reached. */
public record Endpoint(
        @JsonPropertyDescription("Name of the port.") @Required @Size(max = 15)
        String name,

        @JsonPropertyDescription("What is spoken there.") @Required
        Protocol protocol,

        @JsonPropertyDescription("URL inside the cluster.") @Required @Size(max = 512)
        String address,

        @JsonPropertyDescription("URLs outside the cluster, through the gateway.") @Size(max = 256)
        List<@Size(max = 2048) String> urls) {

    public Endpoint {
        urls = Defaults.list(urls);
    }
}
