// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One observation about a resource, in the standard form of Kubernetes. */
public record Condition(
        @JsonPropertyDescription("What is observed: Accepted, ResolvedRefs, Programmed, Ready or Stalled.")
        @Required
        @Size(min = 1, max = 316)
        String type,

        @JsonPropertyDescription("True, False or Unknown.") @Required @Size(max = 7) @Pattern("^(True|False|Unknown)$")
        String status,

        @JsonPropertyDescription("metadata.generation of the spec that this was observed for.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("When the status last changed (RFC 3339, UTC).") @Required @Size(max = 40)
        String lastTransitionTime,

        @JsonPropertyDescription("Why, as one word for programs.")
        @Required
        @Size(min = 1, max = 1024)
        @Pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$")
        String reason,

        @JsonPropertyDescription("Why, for people: the object, the problem and the remedy.")
        @Required
        @Size(max = 32768)
        String message) {}
