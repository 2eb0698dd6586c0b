// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Isolation;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Optional;

/** Who may call the service and, where it declares everything it calls, whom it may call. */
public final class AppNetworkPolicy {
    private AppNetworkPolicy() {}

    public static Optional<NetworkPolicy> of(MicroserviceModel model) {
        var isolation = model.network().isolation();
        if (isolation == Isolation.None) {
            return Optional.empty();
        }
        boolean declared = isolation == Isolation.Declared;
        // spotless:off
        return Optional.of(new NetworkPolicyBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withNewPodSelector()
                    .withMatchLabels(Labels.selector(model.identity()))
                .endPodSelector()
                .withPolicyTypes(declared ? List.of("Ingress", "Egress") : List.of("Ingress"))
                .withIngress(IngressRules.of(model))
                .withEgress(declared ? EgressRules.of(model) : List.of())
            .endSpec()
            .build());
        // spotless:on
    }
}
