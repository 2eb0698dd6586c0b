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

/** One of several services that share the requests of a rule. */
public record Backend(
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

        @JsonPropertyDescription(
                "Share of the requests, in proportion to the sum of all weights; 1 if left out, 0 for none.")
        @Min(0)
        @Max(1000000)
        @Default("1")
        Integer weight) {

    public Backend {
        weight = Defaults.or(weight, 1);
    }
}
