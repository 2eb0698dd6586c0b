// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What a token must say of who carries it. */
public record RequiredClaim(
        @JsonPropertyDescription("Name of the claim; a dot leads into a claim, as in realm_access.roles.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern("^[^.]+([.][^.]+)*$")
        String name,

        @JsonPropertyDescription(
                "Values of which one suffices: it is the claim, or in its list. Of scope and scp, the words count.")
        @Required
        @Size(min = 1, max = 32)
        List<@Size(min = 1, max = 256) String> values) {

    public RequiredClaim {
        values = Defaults.list(values);
    }
}
