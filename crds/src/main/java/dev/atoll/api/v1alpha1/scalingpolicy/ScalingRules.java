// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast the number of pods may change in one direction. */
public record ScalingRules(
        @JsonPropertyDescription("Seconds looked back on, so that a short peak or dip changes nothing. Left out: 0 "
                + "upwards, 300 downwards.")
        @Min(0)
        @Max(3600)
        @Nullable
        Integer stabilizationWindowSeconds,

        @JsonPropertyDescription("Which policy counts: Max (the default: the one that allows most), Min (least) or "
                + "Disabled (no change in this direction).")
        @Default("Max")
        SelectPolicy selectPolicy,

        @JsonPropertyDescription("How much may change in how much time. Left out: as Kubernetes decides.")
        @Size(max = 10)
        List<ScalingRule> policies,

        @JsonPropertyDescription(
                "How far a metric may be off before anything changes, as a part of 1 (100m or \"0.1\" is a "
                        + "tenth). Left out: the cluster's setting, a tenth as a rule.")
        @Nullable
        Quantity tolerance) {

    public ScalingRules {
        selectPolicy = Defaults.or(selectPolicy, SelectPolicy.Max);
        policies = Defaults.list(policies);
    }
}
