// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the beginning of new data is. One Job after the other tries it, each with an empty database, until one has succeeded; that is
 * written on the volume's claim, and only then anybody else can reach the server.
 */
sealed interface InitializationProgress {
    /** Nothing is to be done. */
    record Over() implements InitializationProgress {}

    /** Something is missing that the data is to begin with. */
    record Unresolved(Violation problem) implements InitializationProgress {}

    /** The server does not work yet. */
    record Waiting() implements InitializationProgress {}

    /**
     * A Job is at work, has failed, or is to be made.
     *
     * @param job its name
     * @param health how far it is; empty while there is none
     */
    record AtWork(String job, Optional<JobHealth> health) implements InitializationProgress {}

    /**
     * It is done, and that is to be written down.
     *
     * @param since since when, as RFC 3339 has it
     * @param job the Job that has done it
     */
    record Done(String since, String job) implements InitializationProgress {}

    /** How far it is. */
    static InitializationProgress of(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.initialization().map(plan -> of(observed, plan.revision())).orElseGet(Over::new);
    }

    private static InitializationProgress of(ServiceDatabaseObserved observed, String revision) {
        var claim = observed.ownClaim().map(HasMetadata::getMetadata);
        if (claim.isEmpty()) {
            return observed.initialization()
                    .problem(observed.resource())
                    .<InitializationProgress>map(Unresolved::new)
                    .orElseGet(Waiting::new);
        }
        var volume = claim.get().getUid();
        var name = Names.initializationJob(observed.resource().getMetadata().getName(), revision + " " + volume);
        return tried(observed, volume)
                .flatMap(attempt -> past(attempt, name))
                .findFirst()
                .orElseGet(() -> next(observed, name));
    }

    /** What counts of an attempt: one that goes on or has succeeded, whatever is wanted by now; and one that must fail again. */
    private static Stream<InitializationProgress> past(AtWork attempt, String wanted) {
        return switch (attempt.health().orElseThrow()) {
            case JobHealth.Succeeded(var start, var end, var report) -> Stream.of(new Done(end, attempt.job()));
            case JobHealth.Running running -> Stream.of(attempt);
            case JobHealth.Failed failed -> attempt.job().equals(wanted) ? Stream.of(attempt) : Stream.empty();
        };
    }

    private static InitializationProgress next(ServiceDatabaseObserved observed, String name) {
        return observed.initialization()
                .problem(observed.resource())
                .<InitializationProgress>map(Unresolved::new)
                .orElseGet(() -> observed.isReady() ? new AtWork(name, Optional.empty()) : new Waiting());
    }

    private static Stream<AtWork> tried(ServiceDatabaseObserved observed, String volume) {
        return observed.initialization().jobs().stream()
                .filter(job -> Annotations.get(job, Annotations.INITIALIZES)
                        .filter(volume::equals)
                        .isPresent())
                .map(job -> new AtWork(job.getMetadata().getName(), Optional.of(health(observed, job))));
    }

    private static JobHealth health(ServiceDatabaseObserved observed, Job job) {
        return JobHealth.of(job, observed.initialization().podsOf(job), observed.now());
    }
}
