// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Optional;

/** What the server needs in order to archive what it writes; nothing of it is secret. */
public final class DatabaseArchiveFiles {
    private DatabaseArchiveFiles() {}

    public static Optional<ConfigMap> of(ServiceDatabaseModel model) {
        // spotless:off
        return model.archive().map(plan -> new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(plan.archiver().filesName())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withData(plan.files())
            .build());
        // spotless:on
    }
}
