// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewaydefaults;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a GatewayDefaults. */
public record GatewayDefaultsStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Accepted, ResolvedRefs, Programmed and Ready.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("Number of GatewayRoutes for which one of the fields counts.") @Min(0) @Nullable
        Integer routes)
        implements ConditionedStatus {

    public GatewayDefaultsStatus {
        conditions = Defaults.list(conditions);
    }
}
