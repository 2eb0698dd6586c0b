// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.PointInTimeRange;
import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.ArchiverReport;
import dev.atoll.operator.servicedatabase.BackupHealth.Verdict;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the server can archive what it writes, told by the container that does it: its last words are that it could not for too
 * long, or that it can again. One that has ended without a word has to show first that it can.
 */
final class ArchiveHealth {
    /** A server repeats a minute after several failures, and waits another one for the answer. */
    private static final Duration PROBATION = Duration.ofMinutes(3);

    private ArchiveHealth() {}

    /** That of the backups of a schedule, where nothing is archived or all is well with that. */
    static BackupHealth of(ServiceDatabaseObserved observed, BackupHealth backups) {
        if (ArchivePlan.timeout(observed).isEmpty()) {
            return backups;
        }
        return failure(observed)
                .map(text -> new BackupHealth(
                        Verdict.BAD,
                        Reason.ArchivingFailed,
                        ("what the server writes is not archived%s: %s; it keeps that on its volume until it is, so mend the "
                                        + "cause before the volume is full")
                                .formatted(
                                        until(observed)
                                                .map(time -> " since " + time)
                                                .orElse(""),
                                        text)))
                .or(() -> withoutBase(observed, backups))
                .orElse(backups);
    }

    /** Which points in time can be restored; nothing where nothing is archived. */
    static Optional<PointInTimeRange> range(ServiceDatabaseObserved observed) {
        return ArchivePlan.timeout(observed)
                .map(timeout -> new PointInTimeRange(
                        bases(observed)
                                .map(base -> base.getStatus().completionTime())
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        failure(observed).flatMap(text -> until(observed)).orElse(null)));
    }

    /** How long it is until one that was started again has shown that it can. */
    static Stream<Duration> settling(ServiceDatabaseObserved observed) {
        return container(observed)
                .filter(status ->
                        ended(status).filter(end -> report(end).isEmpty()).isPresent())
                .flatMap(status -> probationEnd(status))
                .filter(observed.now()::isBefore)
                .map(end -> Duration.between(observed.now(), end))
                .stream();
    }

    private static Optional<BackupHealth> withoutBase(ServiceDatabaseObserved observed, BackupHealth backups) {
        var claim = observed.data().name();
        var destination =
                Objects.requireNonNull(observed.resource().getSpec().backup()).destination();
        boolean isThere = bases(observed)
                .filter(base -> destination.equals(base.getStatus().destination()))
                .anyMatch(base -> ArchivePlace.historyOf(
                                String.valueOf(base.getStatus().folder()))
                        .endsWith("/" + claim));
        return isThere || backups.verdict() == Verdict.BAD
                ? Optional.empty()
                : Optional.of(new BackupHealth(
                        Verdict.NOT_YET,
                        Reason.Pending,
                        ("there is no base backup of the data on PersistentVolumeClaim %s yet, so no point in time can be restored; "
                                        + "the schedule takes one, or create a DatabaseBackup of type Base")
                                .formatted(claim)));
    }

    private static Optional<String> failure(ServiceDatabaseObserved observed) {
        var status = container(observed);
        var end = status.flatMap(ArchiveHealth::ended);
        var told = end.flatMap(ArchiveHealth::report);
        if (told.isPresent()) {
            return told.flatMap(report -> Optional.ofNullable(report.failure()));
        }
        boolean isWell = status.flatMap(ArchiveHealth::probationEnd)
                .filter(time -> !observed.now().isBefore(time))
                .isPresent();
        return isWell
                ? Optional.empty()
                : end.map(last -> "the container %s ended with exit code %d; kubectl logs tells why"
                                .formatted(ArchiverReport.CONTAINER, last.getExitCode()))
                        .or(() -> status.flatMap(ArchiveHealth::waiting));
    }

    /** Up to when everything is archived for certain. */
    private static Optional<String> until(ServiceDatabaseObserved observed) {
        return container(observed)
                .flatMap(ArchiveHealth::ended)
                .flatMap(ArchiveHealth::report)
                .flatMap(report -> Optional.ofNullable(report.until()))
                .map(time -> Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString())
                .or(() -> bases(observed)
                        .map(base -> base.getStatus().completionTime())
                        .max(Comparator.naturalOrder()));
    }

    private static Optional<ArchiverReport> report(ContainerStateTerminated end) {
        return Optional.ofNullable(end.getMessage()).flatMap(ArchiverReport::parse);
    }

    /** How it ended last, if it has something to say or should not have. */
    private static Optional<ContainerStateTerminated> ended(ContainerStatus status) {
        return Stream.of(status.getState(), status.getLastState())
                .filter(state -> state != null && state.getTerminated() != null)
                .map(state -> state.getTerminated())
                .filter(end -> (end.getExitCode() != null && end.getExitCode() != 0)
                        || report(end).isPresent())
                .findFirst();
    }

    /** What keeps it from starting: an image, for example. */
    private static Optional<String> waiting(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(state -> state.getWaiting())
                .filter(wait -> wait.getMessage() != null)
                .map(wait -> "the container %s waits: %s".formatted(ArchiverReport.CONTAINER, wait.getMessage()));
    }

    /** From when on one that runs can be taken to be well. */
    private static Optional<Instant> probationEnd(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(state -> state.getRunning())
                .map(running -> running.getStartedAt())
                .map(time -> Instant.parse(time).plus(PROBATION));
    }

    private static Optional<ContainerStatus> container(ServiceDatabaseObserved observed) {
        return observed.pods().stream()
                .filter(pod -> pod.getStatus() != null)
                .flatMap(pod -> pod.getStatus().getInitContainerStatuses().stream())
                .filter(status -> ArchiverReport.CONTAINER.equals(status.getName()))
                .findFirst();
    }

    private static Stream<DatabaseBackup> bases(ServiceDatabaseObserved observed) {
        return observed.backups().stream()
                .filter(backup -> backup.getSpec().type() == BackupType.Base)
                .filter(BackupSchedule::isTaken);
    }
}
