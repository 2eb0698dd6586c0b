// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.DrillPlan;
import java.util.TreeMap;

/** The drill that tries the last backup of a database that is being deleted. It asks what the drills of the schedule ask. */
public final class LastDrill {
    private LastDrill() {}

    /**
     * The resource.
     *
     * @param generation that of the spec that it is made for
     */
    public static DatabaseRestore of(ServiceDatabaseModel model, DatabaseBackup backup, Long generation) {
        var metadata = backup.getMetadata();
        var annotations = new TreeMap<String, String>();
        annotations.put(Annotations.LAST_BACKUP, metadata.getAnnotations().get(Annotations.LAST_BACKUP));
        annotations.put(Annotations.GENERATION, String.valueOf(generation));
        return ScheduledDrill.of(
                ScheduledDrill.metadata(
                        model.identity(), Names.lastDrill(model.identity().name(), metadata.getUid()), annotations),
                model.identity().name(),
                metadata.getName(),
                model.backups().flatMap(BackupPlan::drill).flatMap(DrillPlan::query));
    }
}
