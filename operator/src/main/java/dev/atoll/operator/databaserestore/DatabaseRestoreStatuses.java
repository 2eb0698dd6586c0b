// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestoreStatus;
import dev.atoll.operator.databaserestore.desired.RestoreJob;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.ByteSizes;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The truth about a DatabaseRestore, computed from its Job and its database until it is over. */
final class DatabaseRestoreStatuses {
    private DatabaseRestoreStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the status so far
     */
    static DatabaseRestoreStatus after(
            DatabaseRestoreObserved observed,
            Validated<DatabaseRestoreModel> validated,
            Applied applied,
            @Nullable DatabaseRestoreStatus before,
            Clock clock) {
        if (observed.isOver()) {
            return observed.resource().getStatus();
        }
        var metadata = observed.resource().getMetadata();
        var conditions = Conditions.after(
                before == null ? List.<Condition>of() : before.conditions(), metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, applied);
        var started = applied.find(Job.class, metadata.getName()).or(observed::job);
        var progress = new Progress(observed, conditions, started.flatMap(BackupPlace::of), before, clock.instant());
        return started.map(job -> JobHealth.of(job, observed.pods(), RestoreJob.FETCH, clock.instant()))
                .map(progress::after)
                .orElseGet(() -> progress.notThere(validated, applied));
    }

    /**
     * How far it is.
     *
     * @param before the status so far
     */
    private record Progress(
            DatabaseRestoreObserved observed,
            Conditions conditions,
            Optional<BackupPlace> place,
            @Nullable DatabaseRestoreStatus before,
            Instant now) {

        private DatabaseRestoreStatus after(JobHealth health) {
            return switch (health) {
                case JobHealth.Running(var reason, var message) -> {
                    conditions.isFalse(READY, reason, message + "; the database goes on as it is meanwhile");
                    yield status(null, null);
                }
                case JobHealth.Failed(var start, var end, var reason, var message) -> {
                    var text =
                            message + "; the database is as it was. Mend the cause and create another DatabaseRestore";
                    conditions.isFalse(READY, reason, text);
                    conditions.isTrue(STALLED, reason, text);
                    yield status(start, end);
                }
                case JobHealth.Succeeded(var start, var end, var report) -> {
                    if (observed.isDrill()) {
                        pass(report.flatMap(BackupRecord::parse));
                    } else {
                        goOver();
                    }
                    yield status(start, end);
                }
            };
        }

        private void pass(Optional<BackupRecord> record) {
            conditions.isTrue(
                    READY,
                    Reason.Succeeded,
                    "the backup can be restored%s; the database was not touched"
                            .formatted(record.map(restored -> " (%s; %s)"
                                            .formatted(ByteSizes.text(restored.sizeBytes()), restored.remark()))
                                    .orElse("")));
        }

        private void goOver() {
            var set = observed.target().statefulSet().filter(this::hasTheVolume);
            if (!observed.isHandedOver() || set.isEmpty()) {
                conditions.isFalse(
                        READY, Reason.Progressing, "the content is restored, and the database goes over to it");
                return;
            }
            var health = WorkloadHealth.of(set.get(), observed.target().pods(), now);
            boolean isStopped = health.reason() == Reason.Stopped;
            if (health.ready() || isStopped) {
                conditions.isTrue(
                        READY,
                        Reason.Succeeded,
                        "the database %s on PersistentVolumeClaim %s%s"
                                .formatted(
                                        isStopped ? "is stopped (spec.suspend), and will run" : "runs",
                                        claimName(),
                                        Optional.ofNullable(previous())
                                                .map(name ->
                                                        "; the data from before is on %s, which you can delete when nobody needs it"
                                                                .formatted(name))
                                                .orElse("")));
            } else {
                conditions.isFalse(
                        READY,
                        health.reason(),
                        "the content is restored, and the database starts on it: " + health.message());
            }
        }

        private DatabaseRestoreStatus notThere(Validated<DatabaseRestoreModel> validated, Applied applied) {
            if (validated instanceof Validated.Invalid<DatabaseRestoreModel>(var violations)) {
                var text = StandardConditions.text(violations);
                conditions.isFalse(READY, violations.getFirst().reason(), text);
                conditions.isTrue(STALLED, violations.getFirst().reason(), text);
            } else if (observed.before().isPresent()) {
                conditions.isFalse(
                        READY,
                        Reason.Waiting,
                        "waits until DatabaseRestore %s, which restores into the same database, is over; delete that to end it"
                                .formatted(observed.before().get().getMetadata().getName()));
            } else {
                var reason = applied.isComplete()
                        ? Reason.Progressing
                        : applied.blocked().getFirst().reason();
                conditions.isFalse(READY, reason, "there is no Job yet");
            }
            return status(null, null);
        }

        private DatabaseRestoreStatus status(@Nullable String start, @Nullable String end) {
            return new DatabaseRestoreStatus(
                    observed.resource().getMetadata().getGeneration(),
                    conditions.list(),
                    start,
                    end,
                    start == null || end == null
                            ? null
                            : Durations.text(Duration.between(Instant.parse(start), Instant.parse(end))),
                    place.map(BackupPlace::text).orElse(null),
                    chosen(),
                    claimName(),
                    previous());
        }

        /** Nobody may delete the one that it goes by, so it is told as soon as the Job is there. */
        private @Nullable String chosen() {
            return observed.resource().getSpec().backup() != null || place.isEmpty()
                    ? null
                    : observed.backup()
                            .map(backup -> backup.getMetadata().getName())
                            .orElse(null);
        }

        private boolean hasTheVolume(StatefulSet set) {
            return DataClaims.nameOf(set)
                    .filter(name -> name.equals(claimName()))
                    .isPresent();
        }

        private @Nullable String claimName() {
            return observed.claim().map(claim -> claim.getMetadata().getName()).orElse(null);
        }

        /** The claim that was in use before; once this one is, only what is written on it tells. */
        private @Nullable String previous() {
            if (observed.isDrill()) {
                return null;
            }
            return observed.isHandedOver()
                    ? observed.claim()
                            .flatMap(claim -> Annotations.get(claim, Annotations.REPLACES))
                            .or(() -> Optional.ofNullable(before).map(DatabaseRestoreStatus::previousVolumeClaim))
                            .orElse(null)
                    : observed.target()
                            .claim()
                            .map(claim -> claim.getMetadata().getName())
                            .orElse(null);
        }
    }
}
