// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.DeletionPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.LastBackup.Failure;
import dev.atoll.operator.servicedatabase.desired.LastDatabaseBackup.Attempt;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import java.time.Instant;
import java.util.Optional;

/** How far a ServiceDatabase is that is being deleted and whose data goes only after a last backup. */
sealed interface Departure {
    /** On a ServiceDatabase whose deletion is to wait for its last backup, and on no other. */
    String FINALIZER = "atoll.dev/last-backup";

    /** It is not being deleted. */
    record Staying() implements Departure {}

    /**
     * Nothing is deleted yet.
     *
     * @param reason why
     * @param message what is waited for, the problem and the remedy
     * @param isStalled whether a person must act
     * @param until when it is tried again; empty where an event tells
     */
    record Waiting(Reason reason, String message, boolean isStalled, Optional<Instant> until) implements Departure {}

    /** A DatabaseBackup is to be made. */
    record Backing(Attempt attempt) implements Departure {}

    /** What was taken in an attempt is to be restored for trial. */
    record Trying(DatabaseBackup backup) implements Departure {}

    /**
     * Nothing is waited for any more.
     *
     * @param withData whether volume and credentials go with the resource
     * @param backup the last backup, if that is why they may go
     */
    record Released(boolean withData, Optional<DatabaseBackup> backup, String message) implements Departure {}

    /** Whether the deletion of a resource is to wait. */
    static boolean isToWait(ServiceDatabase resource) {
        return resource.getSpec().deletionPolicy() == DeletionPolicy.Snapshot;
    }

    /** Whether a resource is being deleted and no longer waits for the operator. */
    static boolean isOver(ServiceDatabase resource) {
        return resource.isMarkedForDeletion() && !resource.hasFinalizer(FINALIZER);
    }

    /** How far it is. */
    static Departure of(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        var resource = observed.resource();
        if (!resource.isMarkedForDeletion()) {
            return new Staying();
        }
        return released(observed)
                .or(() -> objection(observed, validated))
                .orElseGet(() -> LastBackup.of(observed)
                        .map(last -> after(last, observed))
                        .orElseGet(() -> begin(observed)));
    }

    /** The cases in which no backup is asked for, or none can be. Then nothing goes that the policy does not let go. */
    private static Optional<Departure> released(ServiceDatabaseObserved observed) {
        var policy = observed.resource().getSpec().deletionPolicy();
        if (policy != DeletionPolicy.Snapshot) {
            return Optional.of(new Released(
                    policy == DeletionPolicy.Delete, Optional.empty(), "spec.deletionPolicy is " + policy));
        }
        if (observed.leaving().isPresent()) {
            return Optional.of(new Released(
                    false,
                    Optional.empty(),
                    ("ServiceDatabase %s goes without a last backup: its namespace %s is being deleted, and its volume with it, "
                                    + "and nothing can be made there any more")
                            .formatted(
                                    observed.resource().getMetadata().getName(),
                                    observed.resource().getMetadata().getNamespace())));
        }
        return observed.claim().isPresent()
                ? Optional.empty()
                : Optional.of(new Released(false, Optional.empty(), "there is no volume, and so nothing to back up"));
    }

    /** What a person has said that keeps a backup from being taken, or data from being deleted. */
    private static Optional<Departure> objection(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        if (observed.resource().getSpec().deletionProtection()) {
            return Optional.of(stalled(Reason.Protected, "spec.deletionProtection is true; set it to false to go on"));
        }
        return switch (validated) {
            case Validated.Paused<DatabaseModel> paused ->
                Optional.of(stalled(Reason.Paused, "spec.paused is true; set it to false to go on"));
            case Validated.Invalid<DatabaseModel>(var violations) ->
                Optional.of(stalled(
                        violations.getFirst().reason(),
                        "the spec cannot be carried out (%s); correct it to go on"
                                .formatted(StandardConditions.text(violations))));
            case Validated.Valid<DatabaseModel> valid -> Optional.empty();
        };
    }

    private static Departure after(LastBackup last, ServiceDatabaseObserved observed) {
        if (last.isTaken() && last.isOn(observed.data().name())) {
            return stalled(
                    Reason.Conflict,
                    "DatabaseBackup %s, the last one, is on the volume that is to go; set another spec.backup.destination and delete it"
                            .formatted(last.backup().getMetadata().getName()));
        }
        if (last.isVerified()) {
            return new Released(true, Optional.of(last.backup()), gone(last.backup(), observed));
        }
        var failure = last.failure();
        if (failure.isPresent()) {
            var retry = last.retry(observed, failure.get());
            return observed.now().isBefore(retry) ? failed(last, failure.get(), retry) : begin(observed);
        }
        if (last.isTaken()) {
            return last.trial()
                    .<Departure>map(drill -> waiting(
                            Conditions.hold(drill, ConditionType.STALLED),
                            "DatabaseRestore %s tries whether DatabaseBackup %s, the last one, can be restored: %s"
                                    .formatted(
                                            drill.getMetadata().getName(),
                                            last.backup().getMetadata().getName(),
                                            LastBackup.said(drill))))
                    .orElseGet(() -> new Trying(last.backup()));
        }
        return waiting(
                Conditions.hold(last.backup(), ConditionType.STALLED),
                "DatabaseBackup %s, the last one, is being taken: %s"
                        .formatted(last.backup().getMetadata().getName(), LastBackup.said(last.backup())));
    }

    /** A server that is stopped or does not work gives no backup, and an attempt would only fail. */
    private static Departure begin(ServiceDatabaseObserved observed) {
        var metadata = observed.resource().getMetadata();
        if (BackupSchedule.isSuspended(observed)) {
            return stalled(
                    Reason.Stopped,
                    "the server is stopped and gives no last backup; set spec.suspend to false to go on");
        }
        if (!observed.isReady()) {
            return waiting(false, "the last backup is taken once the server works");
        }
        int number = LastBackup.next(observed);
        return new Backing(new Attempt(
                Names.lastBackup(metadata.getName(), metadata.getUid(), number),
                number,
                observed.claim().orElseThrow().getMetadata().getUid(),
                metadata.getGeneration()));
    }

    private static Departure failed(LastBackup last, Failure failure, Instant retry) {
        var backup = last.backup().getMetadata().getName();
        var what = failure.reason() == Reason.DrillFailed
                ? "DatabaseRestore %s, which tried whether DatabaseBackup %s, the last one, can be restored, failed"
                        .formatted(failure.object().getMetadata().getName(), backup)
                : "DatabaseBackup %s, the last one, failed".formatted(backup);
        return new Waiting(
                failure.reason(),
                waitsFor(
                        "%s: %s; Atoll itself takes another backup at %s, or as soon as the spec is edited or this one is deleted"
                                .formatted(what, failure.message(), retry)),
                true,
                Optional.of(retry));
    }

    private static String gone(DatabaseBackup backup, ServiceDatabaseObserved observed) {
        return ("DatabaseBackup %1$s is taken and was restored for trial; PersistentVolumeClaim %2$s and the credentials go. To have "
                        + "the data back, create a ServiceDatabase and a DatabaseRestore of DatabaseBackup %1$s")
                .formatted(backup.getMetadata().getName(), observed.data().name());
    }

    private static Departure stalled(Reason reason, String message) {
        return new Waiting(reason, waitsFor(message), true, Optional.empty());
    }

    /** Something that the operator, or a Job of its, is about to do. */
    static Waiting waiting(boolean isStalled, String message) {
        return new Waiting(Reason.Deleting, waitsFor(message), isStalled, Optional.empty());
    }

    private static String waitsFor(String what) {
        return ("it is being deleted (deletionPolicy Snapshot), and nothing goes before its last backup is restored for trial: %s. To do "
                        + "without, set spec.deletionPolicy to Retain, which keeps volume and credentials, or to Delete")
                .formatted(what);
    }
}
