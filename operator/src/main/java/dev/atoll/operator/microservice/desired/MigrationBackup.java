// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupSpec;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** The backup that is taken before a migration. It outlives its service, as what it is the record of does. */
public final class MigrationBackup {
    private MigrationBackup() {}

    public static DatabaseBackup of(MicroserviceModel model, String database, String name) {
        var backup = new DatabaseBackup();
        // spotless:off
        backup.setMetadata(new ObjectMetaBuilder()
            .withNamespace(model.identity().namespace())
            .withName(name)
            .withLabels(Labels.lasting(model.identity()))
            .withAnnotations(Map.of(Annotations.BELONGS_TO, Annotations.belongsTo(model.identity())))
            .build());
        // spotless:on
        backup.setSpec(new DatabaseBackupSpec(database, BackupType.Dump, null, Defaults.absent()));
        return backup;
    }
}
