// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** How backups are encrypted before they leave their pod. */
public record Encryption(
        @JsonPropertyDescription(
                "Secret with an entry key of at least 32 characters, in the same namespace. Keep a copy of it elsewhere: "
                        + "without it, nobody can restore the backups.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String secretName) {}
