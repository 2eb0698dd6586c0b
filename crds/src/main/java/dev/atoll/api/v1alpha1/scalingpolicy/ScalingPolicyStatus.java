// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a ScalingPolicy. */
public record ScalingPolicyStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Accepted, ResolvedRefs, Programmed, Ready and, when a person must act, Stalled.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("Pods that there are.") @Min(0) @Nullable
        Integer currentReplicas,

        @JsonPropertyDescription("Pods that the metrics ask for.") @Min(0) @Nullable
        Integer desiredReplicas,

        @JsonPropertyDescription("When the number was last changed (RFC 3339, UTC).") @Size(max = 40) @Nullable
        String lastScaleTime)
        implements ConditionedStatus {

    public ScalingPolicyStatus {
        conditions = Defaults.list(conditions);
    }
}
