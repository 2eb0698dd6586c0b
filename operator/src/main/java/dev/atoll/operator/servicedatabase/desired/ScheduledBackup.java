// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupSpec;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import java.time.Instant;
import java.util.Map;

/** A backup of the schedule. It outlives its database, as what it is the record of does. */
public final class ScheduledBackup {
    private ScheduledBackup() {}

    public static DatabaseBackup of(ServiceDatabaseModel model, Instant time) {
        var backup = new DatabaseBackup();
        backup.setMetadata(KeptMetadata.of(
                model.identity(),
                Names.scheduledBackup(model.identity().name(), time),
                Map.of(Annotations.SCHEDULED_FOR, time.toString())));
        backup.setSpec(new DatabaseBackupSpec(
                model.identity().name(),
                model.archive().isPresent() ? BackupType.Base : BackupType.Dump,
                null,
                Defaults.absent()));
        return backup;
    }
}
