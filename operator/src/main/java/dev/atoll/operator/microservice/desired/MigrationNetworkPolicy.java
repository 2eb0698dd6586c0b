// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Isolation;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Optional;

/** Nobody calls the pods of a migration, and they may call no more than those of the service. */
public final class MigrationNetworkPolicy {
    private MigrationNetworkPolicy() {}

    public static Optional<NetworkPolicy> of(MicroserviceModel model) {
        var isolation = model.network().isolation();
        if (model.migration().isEmpty() || isolation == Isolation.None) {
            return Optional.empty();
        }
        boolean declared = isolation == Isolation.Declared;
        // spotless:off
        return Optional.of(new NetworkPolicyBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(Names.migrationPolicy(model.identity().name()))
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withNewPodSelector()
                    .withMatchLabels(Labels.selector(model.identity().name(), Identity.MIGRATION))
                .endPodSelector()
                .withPolicyTypes(declared ? List.of("Ingress", "Egress") : List.of("Ingress"))
                .withEgress(declared ? EgressRules.of(model) : List.of())
            .endSpec()
            .build());
        // spotless:on
    }
}
