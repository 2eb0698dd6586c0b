// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupSpec;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import java.util.TreeMap;

/** The backup of a database that is being deleted. It outlives that, and is of no schedule, so that none lets it expire. */
public final class LastDatabaseBackup {
    private LastDatabaseBackup() {}

    /**
     * What it is made for.
     *
     * @param name its name, which no attempt for another database of that name has
     * @param number which one it is, from 1
     * @param claimUid UID of the claim with the data
     * @param generation that of the spec
     */
    public record Attempt(String name, int number, String claimUid, Long generation) {}

    public static DatabaseBackup of(ServiceDatabaseModel model, Attempt attempt) {
        var annotations = new TreeMap<String, String>();
        annotations.put(Annotations.LAST_BACKUP, String.valueOf(attempt.number()));
        annotations.put(Annotations.DATA_OF, attempt.claimUid());
        annotations.put(Annotations.GENERATION, String.valueOf(attempt.generation()));
        var backup = new DatabaseBackup();
        backup.setMetadata(KeptMetadata.of(model.identity(), attempt.name(), annotations));
        backup.setSpec(new DatabaseBackupSpec(model.identity().name(), BackupType.Dump, null, Defaults.absent()));
        return backup;
    }
}
