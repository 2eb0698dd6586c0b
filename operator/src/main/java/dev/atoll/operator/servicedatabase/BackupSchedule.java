// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.BackupStatus;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The DatabaseBackups of a database: which one is due, and which of them are no longer kept. */
final class BackupSchedule {
    private static final Comparator<DatabaseBackup> BY_TIME =
            Comparator.comparing((DatabaseBackup backup) -> scheduledFor(backup).orElse(Instant.EPOCH));

    private BackupSchedule() {}

    /**
     * The time for which a backup is to be made now: the last one that was due, however long ago, if there has been none for it.
     * A database that is made after a time owes none for it; one that gets a schedule later does.
     */
    static Optional<Instant> due(ServiceDatabaseObserved observed, Schedule schedule) {
        return schedule.last(observed.now())
                .filter(time -> time.isAfter(created(observed)))
                .filter(time -> lastScheduled(observed)
                        .filter(last -> !last.isBefore(time))
                        .isEmpty())
                // One at a time: what is late because another one takes long is made afterwards.
                .filter(time -> ofSchedule(observed.backups()).allMatch(BackupSchedule::isOver));
    }

    /** The last time for which there has been one, also where that is deleted. */
    static Optional<Instant> lastScheduled(ServiceDatabaseObserved observed) {
        return Stream.concat(
                        ofSchedule(observed.backups()).flatMap(backup -> scheduledFor(backup).stream()),
                        remembered(observed.resource()).stream())
                .max(Comparator.naturalOrder());
    }

    /** Records of backups that are no longer where they were, for their Jobs keep so many only; and failures before a success. */
    static List<DatabaseBackup> expired(ServiceDatabaseObserved observed, int keep) {
        var newestFirst = ofSchedule(observed.backups())
                // Those of an earlier database of the name are kept where they are, so their records are too.
                .filter(backup -> Annotations.get(backup, Annotations.MADE_FOR)
                        .filter(observed.resource().getMetadata().getUid()::equals)
                        .isPresent())
                .filter(BackupSchedule::isOver)
                .sorted(BY_TIME.reversed())
                .toList();
        var taken = newestFirst.stream().filter(BackupSchedule::isTaken).toList();
        var failures =
                newestFirst.stream().dropWhile(backup -> !isTaken(backup)).filter(backup -> !isTaken(backup));
        return Stream.concat(taken.stream().skip(keep), failures).toList();
    }

    /** The last one that was taken, on demand or by the schedule. */
    static Optional<DatabaseBackup> lastTaken(ServiceDatabaseObserved observed) {
        return observed.backups().stream()
                .filter(BackupSchedule::isTaken)
                .max(Comparator.comparing(backup -> backup.getStatus().completionTime()));
    }

    /** The last one of the schedule. */
    static Optional<DatabaseBackup> last(ServiceDatabaseObserved observed) {
        return ofSchedule(observed.backups()).max(BY_TIME);
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

    private static boolean isOver(DatabaseBackup backup) {
        return isTaken(backup) || hasFailed(backup);
    }

    private static Stream<DatabaseBackup> ofSchedule(List<DatabaseBackup> backups) {
        return backups.stream().filter(backup -> scheduledFor(backup).isPresent());
    }

    private static Optional<Instant> scheduledFor(HasMetadata backup) {
        return Annotations.get(backup, Annotations.SCHEDULED_FOR).map(Instant::parse);
    }

    private static Optional<Instant> remembered(ServiceDatabase resource) {
        return Optional.ofNullable(resource.getStatus())
                .flatMap(status -> Optional.ofNullable(status.backup()))
                .flatMap(status -> Optional.ofNullable(status.lastScheduleTime()))
                .map(Instant::parse);
    }

    /**
     * What a status says of all this; nothing where there is nothing to say.
     *
     * @param made the DatabaseBackups that were made just now; one that was refused is not among them, and stays due
     */
    static Optional<BackupStatus> status(
            ServiceDatabaseObserved observed, Optional<Schedule> schedule, List<DatabaseBackup> made) {
        var taken = lastTaken(observed);
        return schedule.isEmpty() && taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new BackupStatus(
                        Stream.concat(
                                        lastScheduled(observed).stream(),
                                        ofSchedule(made).flatMap(backup -> scheduledFor(backup).stream()))
                                .max(Comparator.naturalOrder())
                                .map(Instant::toString)
                                .orElse(null),
                        schedule.flatMap(times -> times.next(observed.now()))
                                .map(Instant::toString)
                                .orElse(null),
                        taken.map(backup -> backup.getMetadata().getName()).orElse(null),
                        taken.map(backup -> backup.getStatus().completionTime()).orElse(null)));
    }
}
