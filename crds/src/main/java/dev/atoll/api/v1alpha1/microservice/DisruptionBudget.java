// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** How many pods a node drain and the like may take away at once. */
@ValidationRule(
        value = "has(self.minAvailable) != has(self.maxUnavailable)",
        message = "needs exactly one of minAvailable and maxUnavailable; keep one")
public record DisruptionBudget(
        @JsonPropertyDescription("How many pods must stay, as a number or a percentage.") @Nullable
        IntOrString minAvailable,

        @JsonPropertyDescription("How many pods may be missing, as a number or a percentage.") @Nullable
        IntOrString maxUnavailable) {}
