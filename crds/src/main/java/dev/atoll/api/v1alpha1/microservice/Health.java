// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How Kubernetes finds out whether a pod works. */
@ValidationRule(
        value = "!has(self.liveness) || !has(self.liveness.successThreshold) || self.liveness.successThreshold == 1",
        fieldPath = ".liveness.successThreshold",
        message = "must be 1 for a liveness check; remove it")
@ValidationRule(
        value = "!has(self.startup) || !has(self.startup.successThreshold) || self.startup.successThreshold == 1",
        fieldPath = ".startup.successThreshold",
        message = "must be 1 for a startup check; remove it")
public record Health(
        @JsonPropertyDescription("Whether the pod can take traffic. A pod that fails gets none.") @Nullable
        HealthCheck readiness,

        @JsonPropertyDescription("Whether the pod is beyond help. A pod that fails is restarted.") @Nullable
        HealthCheck liveness,

        @JsonPropertyDescription("Whether the pod has started. The other checks wait for it.") @Nullable
        HealthCheck startup) {}
