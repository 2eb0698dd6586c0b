// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Another service that this one calls. */
public record Dependency(
        @JsonPropertyDescription("Name of the Microservice that is called, in the same namespace.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        String service,

        @JsonPropertyDescription("Name of the port that is called. Left out: its first port.")
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        @Nullable
        String port,

        @JsonPropertyDescription(
                "Whether the service works without it; false if left out. A missing optional dependency "
                        + "does not make the service unready.")
        @Default("false")
        Boolean optional) {

    public Dependency {
        optional = Defaults.or(optional, false);
    }
}
