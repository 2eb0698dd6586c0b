// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.Optional;

/** What a node drain may take away. A single pod has none: it would block every drain and protect nothing. */
public final class AppDisruptionBudget {
    private AppDisruptionBudget() {}

    public static Optional<PodDisruptionBudget> of(MicroserviceModel model) {
        // spotless:off
        return model.disruptionBudget().map(budget -> new PodDisruptionBudgetBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withMinAvailable(budget.minAvailable())
                .withMaxUnavailable(budget.maxUnavailable())
                // A pod that never became ready must not hold up a drain.
                .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                .withNewSelector()
                    .withMatchLabels(Labels.selector(model.identity()))
                .endSelector()
            .endSpec()
            .build());
        // spotless:on
    }
}
