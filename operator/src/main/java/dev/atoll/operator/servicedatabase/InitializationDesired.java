// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.servicedatabase.desired.InitializationJob;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the beginning of new data asks for, as far as it is. */
record InitializationDesired(
        ServiceDatabaseObserved observed, ServiceDatabaseModel model, InitializationProgress progress) {
    /** The Job that is to do it, as long as there is none. */
    Stream<Job> job() {
        return progress instanceof InitializationProgress.AtWork(var name, var health) && health.isEmpty()
                ? model.initialization().stream()
                        .map(plan -> InitializationJob.of(
                                model,
                                plan,
                                name,
                                observed.ownClaim().orElseThrow().getMetadata().getUid()))
                : Stream.empty();
    }

    /** The Jobs that nobody needs any longer. */
    Stream<Job> expired() {
        var needed = switch (progress) {
            case InitializationProgress.AtWork(var name, var health) -> Optional.of(name);
            case InitializationProgress.Done(var since, var name) -> Optional.of(name);
            default -> Optional.<String>empty();
        };
        // The last one that has failed stays for its log as long as nothing can be tried.
        return progress instanceof InitializationProgress.Unresolved
                        || progress instanceof InitializationProgress.Waiting
                ? Stream.empty()
                : observed.initialization().jobs().stream()
                        .filter(job -> needed.filter(job.getMetadata().getName()::equals)
                                .isEmpty());
    }

    /** Whether the server is held back: it is not to begin with empty data. */
    boolean isHeldBack() {
        return progress instanceof InitializationProgress.Unresolved
                && observed.statefulSet().isEmpty();
    }

    /** What is written on the claim. */
    Map<String, String> annotations() {
        return progress instanceof InitializationProgress.Done(var since, var job)
                ? Map.of(Annotations.INITIALIZATION, since)
                : observed.claim().map(InitializationDesired::annotations).orElse(Map.of());
    }

    /** As it is. */
    static Map<String, String> annotations(HasMetadata claim) {
        return Annotations.get(claim, Annotations.INITIALIZATION)
                .map(value -> Map.of(Annotations.INITIALIZATION, value))
                .orElse(Map.of());
    }
}
