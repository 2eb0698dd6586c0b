// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

/** The identity of the pod towards the cluster, of which a database needs nothing. */
public final class DatabaseServiceAccount {
    private DatabaseServiceAccount() {}

    public static ServiceAccount of(ServiceDatabaseModel model) {
        // spotless:off
        return new ServiceAccountBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withAutomountServiceAccountToken(false)
            .build();
        // spotless:on
    }
}
