// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a status says of a migration that holds back a rollout. */
final class MigrationStatuses {
    private MigrationStatuses() {}

    /** Why the version that is wanted does not roll out; empty where no migration holds it back. */
    static Optional<WorkloadHealth> holding(MicroserviceObserved observed, Validated<MicroserviceModel> validated) {
        return validated instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved)
                ? holding(MigrationProgress.of(observed, model)).map(health -> inFull(observed, model, health))
                : Optional.empty();
    }

    private static WorkloadHealth inFull(
            MicroserviceObserved observed, MicroserviceModel model, WorkloadHealth health) {
        var former = observed.deployment()
                .flatMap(MigrationProgress::image)
                .map(image ->
                        "; until then %s goes on, and the Deployment and the Service stay as they are".formatted(image))
                .orElse("");
        return new WorkloadHealth(
                false,
                health.reason(),
                "%s is not rolled out yet: %s%s".formatted(model.container().image(), health.message(), former),
                health.stalled());
    }

    private static Optional<WorkloadHealth> holding(MigrationProgress progress) {
        return switch (progress) {
            case MigrationProgress.Open open -> Optional.empty();
            case MigrationProgress.Waiting(var reason) ->
                Optional.of(new WorkloadHealth(false, Reason.Waiting, "its migration waits, since " + reason, false));
            case MigrationProgress.Refused(var reason) ->
                Optional.of(new WorkloadHealth(false, Reason.Invalid, reason, true));
            case MigrationProgress.BackingUp backingUp -> Optional.of(backingUp(backingUp));
            case MigrationProgress.AtWork(var job, var revision, var health) ->
                Optional.of(health.map(state -> atWork(job, state))
                        .orElseGet(() -> progressing("Job %s is made, which migrates the data".formatted(job))));
        };
    }

    private static WorkloadHealth backingUp(MigrationProgress.BackingUp progress) {
        return progress.failed()
                .map(backup -> new WorkloadHealth(
                        false,
                        Reason.Failed,
                        "DatabaseBackup %s, which comes before its migration, failed: %s; mend the cause, and let it be tried again (kubectl delete databasebackup %1$s), or set spec.migration.backup to false"
                                .formatted(backup.getMetadata().getName(), why(backup)),
                        true))
                .orElseGet(() -> progressing(progress.backups().stream()
                        .map(backup -> "DatabaseBackup " + backup.name())
                        .collect(Collectors.joining(", ", "its migration waits for ", ""))));
    }

    private static String why(DatabaseBackup backup) {
        return Conditions.find(backup.getStatus().conditions(), ConditionType.STALLED)
                .map(Condition::message)
                .orElse("its status tells why");
    }

    private static WorkloadHealth atWork(String job, JobHealth health) {
        return switch (health) {
            case JobHealth.Running(var reason, var message) ->
                new WorkloadHealth(false, reason, "its migration is at work: " + message, false);
            case JobHealth.Failed(var start, var end, var reason, var message) ->
                new WorkloadHealth(
                        false,
                        reason,
                        "its migration failed: %s; correct spec.image or spec.migration, go back to the former image, or try the same again: kubectl delete job %s"
                                .formatted(reason == Reason.TimedOut ? tooLong(job) : message, job),
                        true);
            case JobHealth.Succeeded succeeded -> progressing("Job %s is done".formatted(job));
        };
    }

    private static String tooLong(String job) {
        return "Job %s took longer than spec.migration.timeout and was ended".formatted(job);
    }

    private static WorkloadHealth progressing(String message) {
        return new WorkloadHealth(false, Reason.Progressing, message, false);
    }
}
