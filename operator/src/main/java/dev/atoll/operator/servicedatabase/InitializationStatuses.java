// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.status.ConditionType.INITIALIZED;

import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Optional;

/** What a status says of the beginning of the data. */
final class InitializationStatuses {
    private InitializationStatuses() {}

    /** Adds the condition, where the data was to begin with something. */
    static void addTo(Conditions conditions, ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        var pending = pending(observed, validated);
        if (pending.isPresent()) {
            conditions.isFalse(
                    INITIALIZED, pending.get().reason(), pending.get().message());
        } else if (!observed.initialization().isPending()) {
            observed.claim().ifPresent(claim -> add(conditions, observed, claim));
        }
    }

    /** Why nobody can use the server yet though it works, or why there is none; empty where that is no matter of its beginning. */
    static Optional<WorkloadHealth> pending(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        return validated instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
                ? pending(observed, InitializationProgress.of(observed, model))
                : Optional.empty();
    }

    private static Optional<WorkloadHealth> pending(ServiceDatabaseObserved observed, InitializationProgress progress) {
        return switch (progress) {
            case InitializationProgress.Over over -> Optional.empty();
            case InitializationProgress.Unresolved(var problem) ->
                Optional.of(new WorkloadHealth(
                        false, problem.reason(), "nothing is begun with empty data; " + problem.text(), false));
            case InitializationProgress.Waiting waiting ->
                Optional.of(progressing("the data gets what it is to begin with as soon as the server works"));
            case InitializationProgress.AtWork(var job, var health) ->
                Optional.of(health.map(state -> atWork(observed, job, state))
                        .orElseGet(() -> progressing("Job %s is made, which initializes the data".formatted(job))));
            case InitializationProgress.Done done ->
                Optional.of(progressing("the data is initialized, and the server is opened"));
        };
    }

    private static WorkloadHealth atWork(ServiceDatabaseObserved observed, String job, JobHealth health) {
        return switch (health) {
            case JobHealth.Running(var reason, var message) ->
                new WorkloadHealth(false, reason, "the data is being initialized: " + message, false);
            case JobHealth.Failed(var start, var end, var reason, var message) ->
                new WorkloadHealth(
                        false,
                        reason,
                        "the data is not initialized, and nobody can use it: %s; correct %s, and it is begun anew with an empty database; or try the same again: kubectl delete job %s"
                                .formatted(message, source(observed), job),
                        true);
            case JobHealth.Succeeded succeeded -> progressing("Job %s is done".formatted(job));
        };
    }

    private static void add(Conditions conditions, ServiceDatabaseObserved observed, PersistentVolumeClaim claim) {
        boolean isWanted = observed.resource().getSpec().initialization() != null;
        var since = Annotations.get(claim, Annotations.INITIALIZATION);
        if (since.isPresent()) {
            conditions.isTrue(
                    INITIALIZED,
                    Reason.Succeeded,
                    "done at %s, when the data was made; what %s says now counts for new data only, and migrations change what is there"
                            .formatted(since.get(), source(observed)));
        } else if (isWanted && Annotations.get(claim, Annotations.IN_USE_SINCE).isPresent()) {
            conditions.isTrue(
                    INITIALIZED,
                    Reason.Ignored,
                    "the content is that of a backup, so spec.initialization does nothing");
        } else if (isWanted) {
            conditions.isFalse(
                    INITIALIZED,
                    Reason.Ignored,
                    "the data on PersistentVolumeClaim %s was made without it, so spec.initialization does nothing; remove it, and let a migration change the data"
                            .formatted(claim.getMetadata().getName()));
        }
    }

    private static String source(ServiceDatabaseObserved observed) {
        return Optional.ofNullable(observed.resource().getSpec().initialization())
                .flatMap(wanted -> Optional.ofNullable(wanted.scripts()))
                .map(scripts -> "ConfigMap %s (or spec.initialization)".formatted(scripts.configMapName()))
                .orElse("spec.initialization");
    }

    private static WorkloadHealth progressing(String message) {
        return new WorkloadHealth(false, Reason.Progressing, message, false);
    }
}
