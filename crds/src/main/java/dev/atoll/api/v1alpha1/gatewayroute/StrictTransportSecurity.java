// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

/** For how long browsers come back by HTTPS only (RFC 6797). */
@ValidationRule(
        value = "!self.preload || self.includeSubdomains && self.maxAgeSeconds >= 31536000",
        fieldPath = ".preload",
        message =
                "is for hosts with includeSubdomains and at least a year (31536000 s), or no list of browsers takes them; "
                        + "set both, or remove it")
public record StrictTransportSecurity(
        @JsonPropertyDescription("How long, in seconds; a year (31536000) if left out. 0 makes browsers forget it.")
        @Min(0)
        @Max(157680000)
        @Default("31536000")
        Integer maxAgeSeconds,

        @JsonPropertyDescription("Whether the hosts below this one are meant too; false if left out.") @Default("false")
        Boolean includeSubdomains,

        @JsonPropertyDescription(
                "Whether browsers may have the host in the list that they come with, from which it takes long to get off; false if left out.")
        @Default("false")
        Boolean preload) {
    private static final int YEAR = 31536000;

    public StrictTransportSecurity {
        maxAgeSeconds = Defaults.or(maxAgeSeconds, YEAR);
        includeSubdomains = Defaults.or(includeSubdomains, false);
        preload = Defaults.or(preload, false);
    }
}
