// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Where the scripts are that new data begins with. */
public record InitializationScripts(
        @JsonPropertyDescription(
                "A ConfigMap in the same namespace. Each of its keys that ends in .sql is run, in the order "
                        + "of their names.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String configMapName) {}
