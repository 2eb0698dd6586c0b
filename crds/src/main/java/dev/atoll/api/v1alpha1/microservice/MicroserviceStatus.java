// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a Microservice. */
public record MicroserviceStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Accepted, ResolvedRefs, Programmed, Ready and, when a person must act, Stalled.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("Pods that exist.") @StatusReplicas @Min(0) @Nullable
        Integer replicas,

        @JsonPropertyDescription("Pods that can take traffic.") @Min(0) @Nullable
        Integer readyReplicas,

        @JsonPropertyDescription("Pods of the newest version.") @Min(0) @Nullable
        Integer updatedReplicas,

        @JsonPropertyDescription("Label selector of the pods, for the scale subresource.")
        @LabelSelector
        @Size(max = 1024)
        @Nullable
        String selector,

        @JsonPropertyDescription("Image that the ready pods run.") @Size(max = 512) @Nullable
        String image,

        @JsonPropertyDescription("Where the ports are reached.") @Size(max = 20)
        List<Endpoint> endpoints)
        implements ConditionedStatus {

    public MicroserviceStatus {
        conditions = Defaults.list(conditions);
        endpoints = Defaults.list(endpoints);
    }
}
