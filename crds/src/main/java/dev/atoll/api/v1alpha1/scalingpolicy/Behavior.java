// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** How fast the number of pods may change. */
public record Behavior(
        @JsonPropertyDescription(
                "Upwards. Left out: at once, by 4 pods or 100 percent in 15 seconds, whichever is more.")
        @Nullable
        ScalingRules scaleUp,

        @JsonPropertyDescription("Downwards. Left out: to what the last 300 seconds asked for at most.") @Nullable
        ScalingRules scaleDown) {}
