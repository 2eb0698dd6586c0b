// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** Gives the StatefulSet's pod a name of its own; also while it is not ready, for a name says nothing about that. */
public final class DatabaseHeadlessService {
    private DatabaseHeadlessService() {}

    public static Service of(ServiceDatabaseModel model) {
        // spotless:off
        return new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(Names.headless(model.identity().name()))
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(true)
                .withSelector(Labels.selector(model.identity()))
                .withPorts(DatabaseService.port(model))
            .endSpec()
            .build();
        // spotless:on
    }
}
