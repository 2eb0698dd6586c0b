// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Compute resources of a container. */
@ValidationRule(
        value = """
                !has(self.requests) || !has(self.limits) || self.requests.all(name, !(name in self.limits) || \
                !quantity(string(self.requests[name])).isGreaterThan(quantity(string(self.limits[name]))))""",
        fieldPath = ".requests",
        message = "asks for more than limits allows; lower the request or raise the limit")
public record Resources(
        @JsonPropertyDescription(
                "What a node must have free, by resource name: cpu in cores (100m is a tenth), memory in "
                        + "bytes (128Mi).")
        @Size(max = 20)
        Map<String, Quantity> requests,

        @JsonPropertyDescription(
                "What the container may not exceed, by resource name. More memory than this ends it; cpu "
                        + "above this is throttled.")
        @Size(max = 20)
        Map<String, Quantity> limits) {

    public Resources {
        requests = Defaults.map(requests);
        limits = Defaults.map(limits);
    }
}
