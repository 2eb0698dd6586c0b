// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.BackupStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.DrillPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a status says of the backups of a database and of their drills. */
final class BackupStatuses {
    private BackupStatuses() {}

    /** Nothing where there is nothing to say. */
    static Optional<BackupStatus> after(ServiceDatabaseObserved observed, Optional<BackupPlan> plan, Applied applied) {
        var taken = BackupSchedule.lastTaken(observed);
        return plan.isEmpty() && taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new BackupStatus(
                        text(BackupSchedule.lastTime(observed, made(applied, DatabaseBackup.class))),
                        next(observed, plan.map(BackupPlan::schedule)),
                        taken.map(backup -> backup.getMetadata().getName()).orElse(null),
                        taken.map(backup -> backup.getStatus().completionTime()).orElse(null),
                        text(DrillSchedule.lastTime(observed, made(applied, DatabaseRestore.class))),
                        next(observed, plan.flatMap(BackupPlan::drill).map(DrillPlan::schedule)),
                        DrillSchedule.lastVerified(observed).orElse(null),
                        ArchiveHealth.range(observed).orElse(null)));
    }

    /** One that was refused is not among them, and stays due. */
    private static <T> List<T> made(Applied applied, Class<T> kind) {
        return applied.objects().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static @Nullable String next(ServiceDatabaseObserved observed, Optional<Schedule> schedule) {
        return text(schedule.flatMap(times -> times.next(observed.now())));
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
