// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted of a ScalingPolicy. */
@ValidationRule(
        value = "self.minReplicas <= self.maxReplicas",
        fieldPath = ".minReplicas",
        message = "is greater than maxReplicas; lower it or raise maxReplicas")
public record ScalingPolicySpec(
        @JsonPropertyDescription("Name of the Microservice that scales, in the same namespace.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        String service,

        @JsonPropertyDescription("Number of pods that there are at least; 1 if left out.")
        @Min(1)
        @Max(1000)
        @Default("1")
        Integer minReplicas,

        @JsonPropertyDescription("Number of pods that there are at most.") @Required @Min(1) @Max(1000)
        Integer maxReplicas,

        @JsonPropertyDescription("What decides. Left out: CPU at 80 percent of the request.") @Size(max = 20)
        List<Metric> metrics,

        @JsonPropertyDescription("How fast the number may change. Left out: as Kubernetes decides.") @Nullable
        Behavior behavior,

        @JsonPropertyDescription("While true, the operator leaves what it has made as it is; false if left out. The "
                + "autoscaler that it has made goes on.")
        @Default("false")
        Boolean paused) {

    public ScalingPolicySpec {
        minReplicas = Defaults.or(minReplicas, 1);
        metrics = Defaults.list(metrics);
        paused = Defaults.or(paused, false);
    }
}
