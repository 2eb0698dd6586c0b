// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

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

/** A service that gets copies of requests. What it answers reaches nobody. */
public record Mirror(
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

        @JsonPropertyDescription("How many of a hundred requests are copied, chosen at random; 100 if left out.")
        @Min(1)
        @Max(100)
        @Default("100")
        Integer percent) {

    public Mirror {
        percent = Defaults.or(percent, 100);
    }
}
