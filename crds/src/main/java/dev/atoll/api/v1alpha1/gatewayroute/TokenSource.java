// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A service of the application that gives tokens to those who have logged in. */
public record TokenSource(
        @JsonPropertyDescription("Name of the Microservice, in the same namespace.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        String service,

        @JsonPropertyDescription("Name of its port. Left out: its first port.")
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        @Nullable
        String port,

        @JsonPropertyDescription("Path of the provider's token endpoint; /token if left out.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Default("/token")
        String path) {

    public TokenSource {
        path = Defaults.or(path, "/token");
    }
}
