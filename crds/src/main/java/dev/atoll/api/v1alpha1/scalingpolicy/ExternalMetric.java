// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number from outside the cluster, through the external metrics API. */
@ValidationRule(
        value = "has(self.value) != has(self.averageValue)",
        message = "needs exactly one of value and averageValue; keep one")
@ValidationRule(
        value = "!has(self.value) || quantity(string(self.value)).isGreaterThan(quantity('0'))",
        fieldPath = ".value",
        message = "must be more than 0; raise it")
@ValidationRule(
        value = "!has(self.averageValue) || quantity(string(self.averageValue)).isGreaterThan(quantity('0'))",
        fieldPath = ".averageValue",
        message = "must be more than 0; raise it")
public record ExternalMetric(
        @JsonPropertyDescription("Name of the metric.") @Required @Size(min = 1, max = 253) @Pattern("^[^\\s]+$")
        String metric,

        @JsonPropertyDescription("Labels that the metric must have.") @Size(max = 20)
        Map<String, @Size(max = 63) String> selector,

        @JsonPropertyDescription("What it should be in all.") @Nullable
        Quantity value,

        @JsonPropertyDescription("What it should be divided by the number of pods.") @Nullable
        Quantity averageValue) {

    public ExternalMetric {
        selector = Defaults.map(selector);
    }
}
