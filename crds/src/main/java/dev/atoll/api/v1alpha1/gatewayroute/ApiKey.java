// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A key in a header. */
public record ApiKey(
        @JsonPropertyDescription("Secret with the keys: one entry a client, the entry's name being the client's.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String secretName,

        @JsonPropertyDescription("Header that carries the key; X-API-Key if left out.")
        @Size(min = 1, max = 256)
        @Pattern(Formats.HEADER_NAME)
        @Default("X-API-Key")
        String header) {

    public ApiKey {
        header = Defaults.or(header, "X-API-Key");
    }
}
