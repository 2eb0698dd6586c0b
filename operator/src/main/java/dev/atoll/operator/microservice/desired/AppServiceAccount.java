// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.Optional;

/** The identity of the pods towards the cluster; none when the spec names an existing one. */
public final class AppServiceAccount {
    private AppServiceAccount() {}

    public static Optional<ServiceAccount> of(MicroserviceModel model) {
        var account = model.pod().serviceAccount();
        if (account.name() != null) {
            return Optional.empty();
        }
        // spotless:off
        return Optional.of(new ServiceAccountBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(account.annotations())
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withAutomountServiceAccountToken(account.mountToken())
            .build());
        // spotless:on
    }

    /** The name of the account that the pods use. */
    static String name(MicroserviceModel model) {
        var name = model.pod().serviceAccount().name();
        return name == null ? model.identity().name() : name;
    }
}
