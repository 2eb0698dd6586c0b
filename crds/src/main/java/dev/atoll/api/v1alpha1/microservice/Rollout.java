// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;

/** How a new version replaces the old one. */
@ValidationRule(
        value = "self.strategy == 'Recreate' || !((self.maxSurge == 0 || self.maxSurge == '0%') && "
                + "(self.maxUnavailable == 0 || self.maxUnavailable == '0%'))",
        fieldPath = ".maxSurge",
        message = "maxSurge and maxUnavailable are both 0, so that no pod could ever be replaced; raise one of them")
public record Rollout(
        @JsonPropertyDescription(
                "RollingUpdate (the default: new pods come before old ones go) or Recreate (all old pods "
                        + "go first; for services that cannot run twice).")
        @Default("RollingUpdate")
        Strategy strategy,

        @JsonPropertyDescription(
                "How many pods more than wanted there may be meanwhile, as a number or a percentage; 25% "
                        + "if left out. Ignored with Recreate.")
        @Default("25%")
        IntOrString maxSurge,

        @JsonPropertyDescription(
                "How many pods fewer than wanted may be ready meanwhile, as a number or a percentage; 0 "
                        + "if left out. Ignored with Recreate.")
        @Default("0")
        IntOrString maxUnavailable,

        @JsonPropertyDescription("Seconds that a new pod must be ready before it counts; 0 if left out.")
        @Min(0)
        @Max(3600)
        @Default("0")
        Integer minReadySeconds,

        @JsonPropertyDescription(
                "Seconds without progress after which a rollout is reported as failed; 600 if left out.")
        @Min(1)
        @Max(86400)
        @Default("600")
        Integer progressDeadlineSeconds,

        @JsonPropertyDescription("How many earlier versions are kept for going back; 5 if left out.")
        @Min(0)
        @Max(100)
        @Default("5")
        Integer revisionHistoryLimit) {

    public Rollout {
        strategy = Defaults.or(strategy, Strategy.RollingUpdate);
        maxSurge = Defaults.or(maxSurge, new IntOrString("25%"));
        maxUnavailable = Defaults.or(maxUnavailable, new IntOrString(0));
        minReadySeconds = Defaults.or(minReadySeconds, 0);
        progressDeadlineSeconds = Defaults.or(progressDeadlineSeconds, 600);
        revisionHistoryLimit = Defaults.or(revisionHistoryLimit, 5);
    }

    /** As if the manifest said nothing. */
    public static Rollout ofDefaults() {
        return new Rollout(
                Defaults.absent(),
                Defaults.absent(),
                Defaults.absent(),
                Defaults.absent(),
                Defaults.absent(),
                Defaults.absent());
    }
}
