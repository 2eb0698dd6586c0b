// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * When a service that fails is left alone. A failure is an answer with a status from 500 to 599, or none at all. Says
 * nothing where neither way of counting is chosen.
 */
@ValidationRule(
        value = "!has(self.errorPercent) || !has(self.consecutiveErrors)",
        message =
                "counts either a share of the answers (errorPercent) or failures in a row (consecutiveErrors); keep one")
@ValidationRule(
        value = "has(self.openFor) == (has(self.errorPercent) || has(self.consecutiveErrors))",
        fieldPath = ".openFor",
        message =
                "goes with errorPercent or consecutiveErrors, and each of them needs it; add what is missing, or write {} for no circuit breaker")
@ValidationRule(
        value = "!has(self.openFor) || duration(self.openFor) > duration('0s')",
        fieldPath = ".openFor",
        message = "must be longer than 0s; write for example 30s")
public record CircuitBreaker(
        @JsonPropertyDescription("How many of a hundred recent answers have to be failures.")
        @Min(1)
        @Max(100)
        @Nullable
        Integer errorPercent,

        @JsonPropertyDescription("How many failures there have to be in a row.") @Min(1) @Max(1000) @Nullable
        Integer consecutiveErrors,

        @JsonPropertyDescription(
                "How long the service is not asked then, and the gateway answers 503 at once, as a duration such as 30s.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String openFor) {}
