// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Any object of the same namespace. */
public record ObjectReference(
        @JsonPropertyDescription("API version, for example networking.k8s.io/v1.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern("^([a-z0-9.-]+/)?[a-z0-9]+$")
        String apiVersion,

        @JsonPropertyDescription("Kind, for example Ingress.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern("^[A-Z][A-Za-z0-9]*$")
        String kind,

        @JsonPropertyDescription("Name of the object.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String name) {}
