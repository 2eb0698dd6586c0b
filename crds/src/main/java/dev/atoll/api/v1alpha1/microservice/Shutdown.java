// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

/** How a pod ends. */
@ValidationRule(
        value = "self.drainSeconds < self.gracePeriodSeconds",
        fieldPath = ".drainSeconds",
        message = "must be less than gracePeriodSeconds, which includes it; lower drainSeconds or raise "
                + "gracePeriodSeconds")
public record Shutdown(
        @JsonPropertyDescription(
                "Seconds from the decision to end a pod to killing it, draining included; 30 if left out.")
        @Min(1)
        @Max(86400)
        @Default("30")
        Integer gracePeriodSeconds,

        @JsonPropertyDescription("Seconds that a pod goes on answering before it is asked to end (SIGTERM), so that "
                + "gateways and callers stop sending first; 5 if left out, 0 for none.")
        @Min(0)
        @Max(3600)
        @Default("5")
        Integer drainSeconds) {

    public Shutdown {
        gracePeriodSeconds = Defaults.or(gracePeriodSeconds, 30);
        drainSeconds = Defaults.or(drainSeconds, 5);
    }

    /** As if the manifest said nothing. */
    public static Shutdown ofDefaults() {
        return new Shutdown(Defaults.absent(), Defaults.absent());
    }
}
