// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.BackupPlan;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the backups of a schedule are taken.
 *
 * @param verdict as a condition has it: True, False or Unknown
 * @param reason why
 * @param message the backup, the problem and the remedy
 */
record BackupHealth(Verdict verdict, Reason reason, String message) {
    /** A backup may take a while, and a cluster may be restarted. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** What is known. */
    enum Verdict {
        GOOD,
        BAD,
        NOT_YET
    }

    /** Judges the backups of a database. */
    static BackupHealth of(ServiceDatabaseObserved observed, Schedule schedule) {
        var taken = BackupSchedule.lastTaken(observed);
        var failed = BackupSchedule.last(observed)
                .filter(BackupSchedule::hasFailed)
                .filter(backup -> taken.filter(good -> isLater(good, backup)).isEmpty());
        if (failed.isPresent()) {
            return new BackupHealth(
                    Verdict.BAD,
                    Reason.Failed,
                    "DatabaseBackup %s failed: %s; %s"
                            .formatted(failed.get().getMetadata().getName(), why(failed.get()), lastGood(taken)));
        }
        var owed = owed(observed, schedule)
                .filter(time -> taken.filter(good -> isAfter(good, time)).isEmpty());
        if (!BackupSchedule.isSuspended(observed)
                && owed.filter(time -> !observed.now().isBefore(time.plus(GRACE)))
                        .isPresent()) {
            return new BackupHealth(
                    Verdict.BAD,
                    Reason.BackupLate,
                    "the backup that was due at %s is not taken; kubectl get databasebackups tells how far it is; %s"
                            .formatted(owed.get(), lastGood(taken)));
        }
        var drill = DrillSchedule.lastFailure(observed);
        if (drill.isPresent()) {
            return new BackupHealth(Verdict.BAD, Reason.DrillFailed, drillFailed(drill.get(), observed));
        }
        var next = BackupSchedule.isSuspended(observed)
                ? "none is due while the server is stopped"
                : schedule.next(observed.now())
                        .map(time -> "the next one is due at " + time)
                        .orElse("no other one is due");
        return taken.map(good -> new BackupHealth(Verdict.GOOD, Reason.Succeeded, lastGood(taken) + "; " + next))
                .orElseGet(() -> new BackupHealth(Verdict.NOT_YET, Reason.Pending, "there is no backup yet; " + next));
    }

    /** How long it is until a backup or a drill is due, or a backup is late. */
    static Optional<Duration> settling(ServiceDatabaseObserved observed, BackupPlan plan) {
        return Stream.of(
                        plan.schedule().next(observed.now()),
                        owed(observed, plan.schedule()).map(time -> time.plus(GRACE)),
                        plan.drill().flatMap(drill -> drill.schedule().next(observed.now())))
                .flatMap(Optional::stream)
                .filter(observed.now()::isBefore)
                .map(time -> Duration.between(observed.now(), time))
                .min(Duration::compareTo);
    }

    /** Adds it to the conditions of a status. */
    void addTo(Conditions conditions) {
        switch (verdict) {
            case GOOD -> conditions.isTrue(ConditionType.BACKUP_HEALTHY, reason, message);
            case BAD -> conditions.isFalse(ConditionType.BACKUP_HEALTHY, reason, message);
            case NOT_YET -> conditions.isUnknown(ConditionType.BACKUP_HEALTHY, reason, message);
        }
    }

    /** What a reader of Ready should know of it. */
    String remark() {
        return verdict == Verdict.BAD ? "; but its backups need care: " + message : "";
    }

    private static Optional<Instant> owed(ServiceDatabaseObserved observed, Schedule schedule) {
        return schedule.last(observed.now()).filter(time -> time.isAfter(BackupSchedule.created(observed)));
    }

    private static String lastGood(Optional<DatabaseBackup> taken) {
        return taken.map(backup -> "the last good backup, %s, is of %s"
                        .formatted(
                                backup.getMetadata().getName(),
                                backup.getStatus().completionTime()))
                .orElse("there is no good backup");
    }

    private static String drillFailed(DatabaseRestore drill, ServiceDatabaseObserved observed) {
        return "DatabaseRestore %s, which tried whether DatabaseBackup %s can be restored, failed: %s; %s"
                .formatted(
                        drill.getMetadata().getName(),
                        drill.getSpec().backup(),
                        why(drill),
                        DrillSchedule.lastVerified(observed)
                                .map(verified -> "the last one that could be restored, %s, was tried at %s"
                                        .formatted(verified.backup(), verified.time()))
                                .orElse("none has been restored yet"));
    }

    private static String why(CustomResource<?, ? extends ConditionedStatus> failed) {
        return Conditions.find(failed.getStatus().conditions(), ConditionType.STALLED)
                .map(Condition::message)
                .orElse("its status tells why");
    }

    private static boolean isLater(DatabaseBackup good, DatabaseBackup failed) {
        var end = failed.getStatus().completionTime();
        return end == null || isAfter(good, Instant.parse(end));
    }

    private static boolean isAfter(DatabaseBackup good, Instant time) {
        return !Instant.parse(good.getStatus().completionTime()).isBefore(time);
    }
}
