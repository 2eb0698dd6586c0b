// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.desired.MigrationBackup;
import dev.atoll.operator.microservice.desired.MigrationJob;
import dev.atoll.operator.microservice.desired.MigrationNetworkPolicy;
import dev.atoll.operator.status.JobHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a migration asks for, as far as it is. */
record MigrationDesired(MicroserviceObserved observed, MicroserviceModel model, MigrationProgress progress) {
    /** What it needs now; for who only looks, the Job as well that there is going to be. */
    Stream<HasMetadata> objects() {
        var policy = MigrationNetworkPolicy.of(model).stream();
        var work = switch (progress) {
            case MigrationProgress.BackingUp(var backups, var failed) ->
                backups.stream()
                        .<HasMetadata>map(backup -> MigrationBackup.of(model, backup.database(), backup.name()));
            case MigrationProgress.AtWork(var name, var revision, var health) ->
                health.isEmpty() ? job(revision) : Stream.<HasMetadata>empty();
            case MigrationProgress.Open open
            when observed.migration().isForeseen() && observed.deployment().isEmpty() ->
                model.migration().stream().flatMap(plan -> job(MigrationProgress.revision(model, plan)));
            default -> Stream.<HasMetadata>empty();
        };
        return Stream.concat(policy, work);
    }

    /** The Jobs that another revision's has taken the place of, or that nobody asks for any longer; none that is at work. */
    Stream<Job> expired() {
        var current = model.migration()
                .map(plan -> Names.migrationJob(model.identity().name(), MigrationProgress.revision(model, plan)));
        return observed.migration().jobs().stream()
                .filter(job ->
                        current.filter(job.getMetadata().getName()::equals).isEmpty())
                .filter(this::isOver);
    }

    /** Whether nothing depends on a Job any more. What the Deployment does not tell of yet is known by its Job alone. */
    private boolean isOver(Job job) {
        return switch (JobHealth.of(job, List.of(), Instant.EPOCH)) {
            case JobHealth.Running running -> false;
            case JobHealth.Failed failed -> true;
            case JobHealth.Succeeded succeeded -> !progress.isHolding();
        };
    }

    /** The revisions that the Deployment is to tell of. */
    List<String> migrated() {
        return progress instanceof MigrationProgress.Open(var migrated) ? migrated : List.of();
    }

    private Stream<HasMetadata> job(String revision) {
        return model.migration().stream().map(plan -> MigrationJob.of(model, plan, revision));
    }
}
