// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.operator.databasebackup.desired.BackupJob;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/** The one child of a DatabaseBackup. */
final class DatabaseBackupDesired {
    /** The kinds of its children. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(Job.class);

    private DatabaseBackupDesired() {}

    /**
     * The Job while the backup is not taken. Afterwards what it reported is in the status, and it goes; that of a failed
     * backup stays, for its log.
     */
    static Desired of(DatabaseBackupObserved observed, Validated<DatabaseBackupModel> validated) {
        if (observed.isOver()) {
            return Conditions.hold(observed.resource(), ConditionType.STALLED)
                    ? Desired.untouched()
                    : new Desired(List.of(), List.of(), KINDS);
        }
        return validated instanceof Validated.Valid<DatabaseBackupModel>(var model, var unresolved)
                ? new Desired(List.of(), List.of(job(model)), List.of())
                : Desired.untouched();
    }

    private static Desired.Once job(DatabaseBackupModel model) {
        return new Desired.Once(
                Job.class,
                model.identity().namespace(),
                model.identity().name(),
                () -> BackupJob.of(model),
                Optional.empty());
    }
}
