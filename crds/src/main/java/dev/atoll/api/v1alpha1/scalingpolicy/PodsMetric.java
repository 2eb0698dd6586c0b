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

/** A number that every pod reports, through the custom metrics API. */
@ValidationRule(
        value = "quantity(string(self.averageValue)).isGreaterThan(quantity('0'))",
        fieldPath = ".averageValue",
        message = "must be more than 0; raise it")
public record PodsMetric(
        @JsonPropertyDescription("Name of the metric.") @Required @Size(min = 1, max = 253) @Pattern("^[^\\s]+$")
        String metric,

        @JsonPropertyDescription("Labels that the metric must have.") @Size(max = 20)
        Map<String, @Size(max = 63) String> selector,

        @JsonPropertyDescription("What it should be for each pod, on average.") @Required
        Quantity averageValue) {

    public PodsMetric {
        selector = Defaults.map(selector);
    }
}
