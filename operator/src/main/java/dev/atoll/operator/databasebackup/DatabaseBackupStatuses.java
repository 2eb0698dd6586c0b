// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupStatus;
import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.databasebackup.desired.BackupJob;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.ByteSizes;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The truth about a DatabaseBackup, computed from its Job until that is over, and never changed after that. */
final class DatabaseBackupStatuses {
    private DatabaseBackupStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static DatabaseBackupStatus after(
            DatabaseBackupObserved observed,
            Validated<DatabaseBackupModel> validated,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        if (observed.isOver()) {
            return observed.resource().getStatus();
        }
        var metadata = observed.resource().getMetadata();
        var conditions = Conditions.after(before, metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, applied);
        var job = applied.find(Job.class, metadata.getName()).or(observed::job);
        var health = job.map(found -> JobHealth.of(found, observed.pods(), BackupJob.STORE, clock.instant()));
        return health.map(state -> after(observed, conditions, job.flatMap(BackupPlace::of), state))
                .orElseGet(() -> notThere(observed, conditions, validated, applied));
    }

    private static DatabaseBackupStatus after(
            DatabaseBackupObserved observed, Conditions conditions, Optional<BackupPlace> place, JobHealth health) {
        return switch (health) {
            case JobHealth.Running(var reason, var message) -> {
                conditions.isFalse(READY, reason, message);
                yield status(observed.resource().getMetadata().getGeneration(), conditions);
            }
            case JobHealth.Failed failed -> failed(observed, conditions, failed);
            case JobHealth.Succeeded succeeded -> taken(observed, conditions, place, succeeded);
        };
    }

    private static DatabaseBackupStatus failed(
            DatabaseBackupObserved observed, Conditions conditions, JobHealth.Failed failed) {
        var message = failed.message() + "; mend the cause and create another DatabaseBackup";
        conditions.isFalse(READY, failed.reason(), message);
        conditions.isTrue(STALLED, failed.reason(), message);
        return new DatabaseBackupStatus(
                observed.resource().getMetadata().getGeneration(),
                conditions.list(),
                failed.startTime(),
                failed.completionTime(),
                duration(failed.startTime(), failed.completionTime()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static DatabaseBackupStatus taken(
            DatabaseBackupObserved observed,
            Conditions conditions,
            Optional<BackupPlace> place,
            JobHealth.Succeeded succeeded) {
        var record = succeeded.report().flatMap(BackupRecord::parse);
        var location = place.map(BackupPlace::text);
        var size = record.map(BackupRecord::sizeBytes);
        conditions.isTrue(
                READY,
                Reason.Succeeded,
                "the backup is at %s%s"
                        .formatted(
                                location.orElse("its destination"),
                                record.map(DatabaseBackupStatuses::details)
                                        .orElse(
                                                "; what its Job reported is lost, and backup.json beside it says the same")));
        return new DatabaseBackupStatus(
                observed.resource().getMetadata().getGeneration(),
                conditions.list(),
                succeeded.startTime(),
                succeeded.completionTime(),
                duration(succeeded.startTime(), succeeded.completionTime()),
                record.map(taken -> Engine.valueOf(taken.engine()))
                        .or(() -> observed.database()
                                .map(database -> database.getSpec().engine()))
                        .orElse(null),
                record.map(BackupRecord::version).orElse(null),
                location.orElse(null),
                place.map(BackupPlace::destination).orElse(null),
                place.map(BackupPlace::folder).orElse(null),
                size.orElse(null),
                size.map(ByteSizes::text).orElse(null),
                record.map(BackupRecord::checksum).orElse(null));
    }

    private static String details(BackupRecord record) {
        return " (%s%s)%s"
                .formatted(
                        ByteSizes.text(record.sizeBytes()),
                        record.encryption() == null ? "" : ", encrypted",
                        record.remark() == null ? "" : "; " + record.remark());
    }

    private static DatabaseBackupStatus notThere(
            DatabaseBackupObserved observed,
            Conditions conditions,
            Validated<DatabaseBackupModel> validated,
            Applied applied) {
        if (validated instanceof Validated.Invalid<DatabaseBackupModel>(var violations)) {
            var text = StandardConditions.text(violations);
            conditions.isFalse(READY, violations.getFirst().reason(), text);
            conditions.isTrue(STALLED, violations.getFirst().reason(), text);
        } else {
            var reason = applied.isComplete()
                    ? Reason.Progressing
                    : applied.blocked().getFirst().reason();
            conditions.isFalse(READY, reason, "there is no Job yet");
        }
        return status(observed.resource().getMetadata().getGeneration(), conditions);
    }

    private static DatabaseBackupStatus status(Long generation, Conditions conditions) {
        return new DatabaseBackupStatus(
                generation, conditions.list(), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static String duration(String start, String end) {
        return Durations.text(Duration.between(Instant.parse(start), Instant.parse(end)));
    }
}
