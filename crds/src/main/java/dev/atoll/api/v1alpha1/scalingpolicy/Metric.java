// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.scalingpolicy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One number that decides about the number of pods. With several, the one that asks for most pods wins. */
@ValidationRule(
        value = "[has(self.cpu), has(self.memory), has(self.containerResource), has(self.pods), "
                + "has(self.object), has(self.external)].exists_one(given, given)",
        message = "needs exactly one of cpu, memory, containerResource, pods, object and external; give "
                + "each metric an entry of its own")
public record Metric(
        @JsonPropertyDescription("CPU time of the pods.") @Nullable
        ResourceTarget cpu,

        @JsonPropertyDescription("Memory of the pods.") @Nullable
        ResourceTarget memory,

        @JsonPropertyDescription("CPU time or memory of one container of the pods.") @Nullable
        ContainerResourceTarget containerResource,

        @JsonPropertyDescription("A number that every pod reports.") @Nullable
        PodsMetric pods,

        @JsonPropertyDescription("A number that one other object reports.") @Nullable
        ObjectMetric object,

        @JsonPropertyDescription("A number from outside the cluster.") @Nullable
        ExternalMetric external) {}
