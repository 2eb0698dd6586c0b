// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A header that a request must have. */
public record HeaderMatch(
        @JsonPropertyDescription("Name of the header; case does not matter.")
        @Required
        @Size(min = 1, max = 256)
        @Pattern(Formats.HEADER_NAME)
        String name,

        @JsonPropertyDescription("Value of the header, or a regular expression for all of it.")
        @Required
        @Size(min = 1, max = 4096)
        @Pattern(Formats.PRINTABLE)
        String value,

        @JsonPropertyDescription("Exact (the default) or RegularExpression.") @Default("Exact")
        MatchType type) {

    public HeaderMatch {
        type = Defaults.or(type, MatchType.Exact);
    }
}
