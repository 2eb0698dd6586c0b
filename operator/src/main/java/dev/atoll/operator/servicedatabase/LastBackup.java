// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.databaserestore.RestoreMode;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last attempt to back up a database that is being deleted, and to restore that for trial. Everything about it is told by UID:
 * the database that it was made for, the claim that its data is on, and the backup that was tried.
 *
 * @param backup what was made for it
 * @param trial the drill that tries it, once it is made
 */
record LastBackup(DatabaseBackup backup, Optional<DatabaseRestore> trial) {
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** What went wrong for good, and when. */
    record Failure(HasMetadata object, Instant time, Reason reason, String message) {}

    /** The last attempt with the data that is in use. */
    static Optional<LastBackup> of(ServiceDatabaseObserved observed) {
        var claim = observed.claim().map(found -> found.getMetadata().getUid());
        return attempts(observed)
                .filter(backup -> !backup.isMarkedForDeletion())
                .filter(backup -> Annotations.get(backup, Annotations.DATA_OF).equals(claim))
                .max(Comparator.comparingInt(LastBackup::number))
                .map(backup -> new LastBackup(backup, trial(observed, backup)));
    }

    /** The number of the next attempt; another time it is the same, unless somebody has deleted all before. */
    static int next(ServiceDatabaseObserved observed) {
        return attempts(observed).mapToInt(LastBackup::number).max().orElse(0) + 1;
    }

    /** Records of attempts that failed, and of trials, before the last attempt. What was taken stays on record where it is. */
    static Stream<HasMetadata> expired(ServiceDatabaseObserved observed) {
        var last = next(observed) - 1;
        return Stream.<CustomResource<?, ? extends ConditionedStatus>>concat(
                        attempts(observed).filter(BackupSchedule::hasFailed),
                        observed.restores().stream()
                                .filter(restore -> OwnerRefs.isControlledBy(restore, observed.resource())))
                .filter(object -> number(object) > 0 && number(object) < last)
                .filter(ScheduledRuns::isOver)
                .map(HasMetadata.class::cast);
    }

    /** Whether the backup is taken. */
    boolean isTaken() {
        return BackupSchedule.isTaken(backup);
    }

    /** Whether this very backup was restored. */
    boolean isVerified() {
        return isTaken()
                && trial.filter(drill -> Conditions.hold(drill, ConditionType.READY) && hasReadIt(drill))
                        .isPresent();
    }

    /** Whether it was put on the volume of that claim. */
    boolean isOn(String claim) {
        return Optional.ofNullable(backup.getStatus())
                .flatMap(status -> Optional.ofNullable(status.destination()))
                .flatMap(destination -> Optional.ofNullable(destination.volume()))
                .filter(volume -> claim.equals(volume.claimName()))
                .isPresent();
    }

    /** Why there will be no success, if that is sure. */
    Optional<Failure> failure() {
        return isTaken()
                ? trial.filter(drill -> drill.getStatus() != null).flatMap(this::failure)
                : Optional.ofNullable(backup.getStatus())
                        .flatMap(status -> failure(backup, status.completionTime(), Reason.Failed));
    }

    /** When another attempt is made after a failure: at once after an edit, else after as long as it has been failing by then. */
    Instant retry(ServiceDatabaseObserved observed, Failure failure) {
        var metadata = observed.resource().getMetadata();
        var generation = String.valueOf(metadata.getGeneration());
        if (!Annotations.get(failure.object(), Annotations.GENERATION).equals(Optional.of(generation))) {
            return failure.time();
        }
        var failing = Duration.between(Instant.parse(metadata.getDeletionTimestamp()), failure.time());
        var wait =
                Stream.of(failing, LONGEST_WAIT).min(Comparator.naturalOrder()).orElseThrow();
        return failure.time().plus(wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }

    /** What a resource says of itself. */
    static String said(CustomResource<?, ? extends ConditionedStatus> object) {
        return Optional.ofNullable(object.getStatus())
                .flatMap(status -> Conditions.find(status.conditions(), ConditionType.READY))
                .map(Condition::message)
                .orElse("there is no status yet");
    }

    private Optional<Failure> failure(DatabaseRestore drill) {
        var end = drill.getStatus().completionTime();
        return Conditions.hold(drill, ConditionType.READY) && end != null && !hasReadIt(drill)
                ? Optional.of(new Failure(drill, Instant.parse(end), Reason.DrillFailed, "it has read another backup"))
                : failure(drill, end, Reason.DrillFailed);
    }

    /** One that cannot begin says Stalled too, and goes on when it can. */
    private static Optional<Failure> failure(
            CustomResource<?, ? extends ConditionedStatus> object, @Nullable String end, Reason reason) {
        return end != null && Conditions.hold(object, ConditionType.STALLED)
                ? Optional.of(new Failure(object, Instant.parse(end), reason, said(object)))
                : Optional.empty();
    }

    /** The place of a backup has a part of its UID. */
    private boolean hasReadIt(DatabaseRestore drill) {
        var place = backup.getStatus().location();
        return place != null && place.equals(drill.getStatus().location());
    }

    private static Stream<DatabaseBackup> attempts(ServiceDatabaseObserved observed) {
        var uid = observed.resource().getMetadata().getUid();
        return observed.backups().stream()
                .filter(backup -> number(backup) > 0)
                .filter(backup -> Annotations.get(backup, Annotations.MADE_FOR)
                        .filter(uid::equals)
                        .isPresent());
    }

    private static Optional<DatabaseRestore> trial(ServiceDatabaseObserved observed, DatabaseBackup backup) {
        var metadata = backup.getMetadata();
        var name = Names.lastDrill(observed.resource().getMetadata().getName(), metadata.getUid());
        return observed.restores().stream()
                .filter(restore -> name.equals(restore.getMetadata().getName()))
                .filter(restore -> restore.getSpec().mode() == RestoreMode.Drill)
                .filter(restore -> metadata.getName().equals(restore.getSpec().backup()))
                .filter(restore -> OwnerRefs.isControlledBy(restore, observed.resource()))
                .findFirst();
    }

    /** Which attempt a resource was made for; 0 for none. */
    private static int number(HasMetadata object) {
        return Annotations.get(object, Annotations.LAST_BACKUP)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
