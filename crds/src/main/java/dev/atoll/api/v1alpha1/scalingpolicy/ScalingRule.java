// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** How much may change in how much time. */
public record ScalingRule(
        @JsonPropertyDescription("What value counts: Pods, or Percent of the pods there are.") @Required
        ScalingRuleType type,

        @JsonPropertyDescription("How many of them may come or go.") @Required @Min(1) @Max(100000)
        Integer value,

        @JsonPropertyDescription("In how many seconds.") @Required @Min(1) @Max(1800)
        Integer periodSeconds) {}
