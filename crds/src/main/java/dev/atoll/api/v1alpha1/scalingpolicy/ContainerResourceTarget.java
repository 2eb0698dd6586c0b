// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Use of a resource that one container of each pod should be kept at, on average. */
@ValidationRule(
        value = "has(self.averageUtilization) != has(self.averageValue)",
        message = "needs exactly one of averageUtilization and averageValue; keep one")
@ValidationRule(
        value = "!has(self.averageValue) || quantity(string(self.averageValue)).isGreaterThan(quantity('0'))",
        fieldPath = ".averageValue",
        message = "must be more than 0; raise it")
public record ContainerResourceTarget(
        @JsonPropertyDescription("cpu or memory.") @Required ResourceName name,

        @JsonPropertyDescription("Name of the container.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.DNS_LABEL)
        String container,

        @JsonPropertyDescription("Percent of what the container requests.") @Min(1) @Max(1000) @Nullable
        Integer averageUtilization,

        @JsonPropertyDescription("Amount for each pod: cores of cpu (500m is a half), bytes of memory (256Mi).")
        @Nullable
        Quantity averageValue) {}
