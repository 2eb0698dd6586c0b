// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.databaserestore.RestoreMode;
import dev.atoll.api.v1alpha1.servicedatabase.BackupStatus;
import dev.atoll.api.v1alpha1.servicedatabase.VerifiedRestore;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The drills of a database: which one is due, of which backup, and what they have shown. */
final class DrillSchedule {
    private DrillSchedule() {}

    /**
     * A drill that is to be made now.
     *
     * @param time for which it is made
     * @param backup the backup that is tried
     * @param query what is asked of what it has
     */
    record Due(Instant time, String backup, Optional<String> query) {}

    /**
     * The one that is to be made now; none for a database that is to cost nothing. It waits for a backup that is under way or due, for that is the one to try, and its end
     * may be that of the last one.
     */
    static Optional<Due> due(ServiceDatabaseObserved observed, BackupPlan backups) {
        if (BackupSchedule.isSuspended(observed)
                || BackupSchedule.isAtWork(observed)
                || BackupSchedule.due(observed, backups.schedule()).isPresent()) {
            return Optional.empty();
        }
        return backups.drill()
                .flatMap(plan -> runs(observed)
                        .due(plan.schedule())
                        .flatMap(time -> BackupSchedule.lastTaken(observed)
                                .map(backup ->
                                        new Due(time, backup.getMetadata().getName(), plan.query()))));
    }

    /** Of the drills that are over, all but the last one and the last one that was passed. */
    static List<DatabaseRestore> expired(ServiceDatabaseObserved observed) {
        var over = runs(observed).newestFirst().filter(ScheduledRuns::isOver).toList();
        var passed = over.stream().filter(DrillSchedule::isPassed).findFirst();
        return over.stream()
                .skip(1)
                .filter(drill -> passed.filter(last -> last.equals(drill)).isEmpty())
                .toList();
    }

    /** The last drill that has failed, by schedule or on demand, if no backup has been restored since. */
    static Optional<DatabaseRestore> lastFailure(ServiceDatabaseObserved observed) {
        var verified = lastVerified(observed).map(VerifiedRestore::time);
        return restores(observed)
                .filter(restore -> restore.getSpec().mode() == RestoreMode.Drill)
                .filter(restore -> Conditions.hold(restore, ConditionType.STALLED))
                .filter(restore -> verified.filter(
                                time -> time.compareTo(restore.getStatus().completionTime()) >= 0)
                        .isEmpty())
                .max(Comparator.comparing(restore -> restore.getStatus().completionTime()));
    }

    /** The last time that a backup was restored, also where the record of that is deleted. */
    static Optional<VerifiedRestore> lastVerified(ServiceDatabaseObserved observed) {
        var present = restores(observed)
                .filter(DrillSchedule::isPassed)
                .max(Comparator.comparing(restore -> restore.getStatus().completionTime()))
                .map(restore -> verified(restore, observed));
        // Of one restore, what was written down comes first: by now, its backup may be deleted.
        return Stream.concat(remembered(observed).map(BackupStatus::lastVerifiedRestore).stream(), present.stream())
                .max(Comparator.comparing(VerifiedRestore::time));
    }

    /**
     * The last time for which a drill was made by now.
     *
     * @param made what was made just now
     */
    static Optional<Instant> lastTime(ServiceDatabaseObserved observed, List<DatabaseRestore> made) {
        return runs(observed).lastTime(made);
    }

    private static VerifiedRestore verified(DatabaseRestore restore, ServiceDatabaseObserved observed) {
        var name = restore.getSpec().backup();
        return new VerifiedRestore(
                name,
                restore.getStatus().completionTime(),
                restore.getStatus().duration(),
                observed.backups().stream()
                        .filter(backup -> backup.getMetadata().getName().equals(name))
                        .findFirst()
                        .map(DatabaseBackup::getStatus)
                        .map(status -> status.startTime())
                        .orElse(null));
    }

    private static boolean isPassed(DatabaseRestore restore) {
        return Conditions.hold(restore, ConditionType.READY);
    }

    /** Those of a DatabaseBackup that are over. */
    private static Stream<DatabaseRestore> restores(ServiceDatabaseObserved observed) {
        return observed.restores().stream()
                .filter(restore -> restore.getSpec().backup() != null)
                .filter(restore ->
                        restore.getStatus() != null && restore.getStatus().completionTime() != null);
    }

    private static ScheduledRuns<DatabaseRestore> runs(ServiceDatabaseObserved observed) {
        return new ScheduledRuns<>(
                observed.restores(),
                remembered(observed).map(BackupStatus::lastDrillTime).map(Instant::parse),
                BackupSchedule.created(observed),
                observed.now());
    }

    private static Optional<BackupStatus> remembered(ServiceDatabaseObserved observed) {
        return Optional.ofNullable(observed.resource().getStatus())
                .flatMap(status -> Optional.ofNullable(status.backup()));
    }
}
