// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.status.BackupsInUse;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The DatabaseBackups of a database: which one is due, and which of them are no longer kept. */
final class BackupSchedule {
    private BackupSchedule() {}

    /**
     * The time for which a backup is to be made now: the last one that was due, however long ago, if there has been none for it.
     * A database that is made after a time owes none for it; one that gets a schedule later does. A server that is stopped can
     * give none, and its data does not change; it owes the last one when it goes on.
     */
    static Optional<Instant> due(ServiceDatabaseObserved observed, Schedule schedule) {
        return isSuspended(observed) ? Optional.empty() : runs(observed).due(schedule);
    }

    /** Whether the server is to be stopped. */
    static boolean isSuspended(ServiceDatabaseObserved observed) {
        return observed.resource().getSpec().suspend();
    }

    /** Records of backups that are no longer where they were, for their Jobs keep only some; and failures before a success. */
    static List<DatabaseBackup> expired(ServiceDatabaseObserved observed, Retention retention) {
        var newestFirst = runs(observed)
                .newestFirst()
                // Those of an earlier database of the name are kept where they are, so their records are too.
                .filter(backup -> Annotations.get(backup, Annotations.MADE_FOR)
                        .filter(observed.resource().getMetadata().getUid()::equals)
                        .isPresent())
                .filter(ScheduledRuns::isOver)
                .toList();
        var taken = newestFirst.stream().filter(BackupSchedule::isTaken).toList();
        // Where a schedule goes over to the other type, each type keeps its own.
        var expired = Arrays.stream(BackupType.values())
                .flatMap(type -> retention
                        .expired(
                                taken.stream()
                                        .filter(backup -> backup.getSpec().type() == type)
                                        .toList(),
                                backup -> Instant.parse(backup.getStatus().completionTime()))
                        .stream());
        var failures =
                newestFirst.stream().dropWhile(backup -> !isTaken(backup)).filter(backup -> !isTaken(backup));
        var inUse = BackupsInUse.names(observed.restores());
        return Stream.concat(expired, failures)
                .filter(backup -> !inUse.contains(backup.getMetadata().getName()))
                .toList();
    }

    /** The last one that was taken, on demand or by the schedule. */
    static Optional<DatabaseBackup> lastTaken(ServiceDatabaseObserved observed) {
        return observed.backups().stream()
                .filter(BackupSchedule::isTaken)
                .max(Comparator.comparing(backup -> backup.getStatus().completionTime()));
    }

    /** Whether one of the schedule is being taken. */
    static boolean isAtWork(ServiceDatabaseObserved observed) {
        return !runs(observed).runs().stream().allMatch(ScheduledRuns::isOver);
    }

    /** The last one of the schedule. */
    static Optional<DatabaseBackup> last(ServiceDatabaseObserved observed) {
        return runs(observed).last();
    }

    static boolean isTaken(DatabaseBackup backup) {
        return Conditions.hold(backup, ConditionType.READY);
    }

    static boolean hasFailed(DatabaseBackup backup) {
        return Conditions.hold(backup, ConditionType.STALLED);
    }

    /** When the resource was made; now for one that is not made yet. */
    static Instant created(ServiceDatabaseObserved observed) {
        var time = observed.resource().getMetadata().getCreationTimestamp();
        return time == null ? observed.now() : Instant.parse(time);
    }

    private static ScheduledRuns<DatabaseBackup> runs(ServiceDatabaseObserved observed) {
        return new ScheduledRuns<>(
                observed.backups(), remembered(observed.resource()), created(observed), observed.now());
    }

    private static Optional<Instant> remembered(ServiceDatabase resource) {
        return Optional.ofNullable(resource.getStatus())
                .flatMap(status -> Optional.ofNullable(status.backup()))
                .flatMap(status -> Optional.ofNullable(status.lastScheduleTime()))
                .map(Instant::parse);
    }

    /**
     * The last time for which one was made by now.
     *
     * @param made what was made just now
     */
    static Optional<Instant> lastTime(ServiceDatabaseObserved observed, List<DatabaseBackup> made) {
        return runs(observed).lastTime(made);
    }
}
