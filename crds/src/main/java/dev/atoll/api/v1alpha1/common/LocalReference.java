// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An object in the same namespace, by its name. */
public record LocalReference(
        @JsonPropertyDescription("Name of the object in the same namespace.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String name) {}
