// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Optional;

/** The scripts that the server runs once, when its volume is empty; none of them has a secret in it. */
public final class DatabaseFirstStart {
    private DatabaseFirstStart() {}

    public static Optional<ConfigMap> of(ServiceDatabaseModel model) {
        if (model.server().firstStart().isEmpty()) {
            return Optional.empty();
        }
        // spotless:off
        return Optional.of(new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(Names.firstStart(model.identity().name()))
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withData(model.server().firstStart())
            .build());
        // spotless:on
    }
}
