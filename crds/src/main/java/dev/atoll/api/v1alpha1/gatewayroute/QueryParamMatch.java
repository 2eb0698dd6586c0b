// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A query parameter that a request must have. */
public record QueryParamMatch(
        @JsonPropertyDescription("Name of the parameter; case matters.")
        @Required
        @Size(min = 1, max = 256)
        @Pattern(Formats.HEADER_NAME)
        String name,

        @JsonPropertyDescription("Value of the parameter, or a regular expression for all of it.")
        @Required
        @Size(min = 1, max = 1024)
        @Pattern(Formats.TEXT)
        String value,

        @JsonPropertyDescription("Exact (the default) or RegularExpression.") @Default("Exact")
        MatchType type) {

    public QueryParamMatch {
        type = Defaults.or(type, MatchType.Exact);
    }
}
