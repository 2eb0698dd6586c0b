// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.desired.AppDeployment;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the migration is that has to run before another image rolls out. That a revision's has run stands on the Deployment, in the
 * write that rolls it out, and its Job stays until another one has taken its place; so it never runs twice, and is never left out.
 */
sealed interface MigrationProgress {
    /** So many revisions are remembered. */
    int REMEMBERED = 20;

    /**
     * Nothing holds back a rollout.
     *
     * @param migrated the revisions whose migration has run, newest first
     */
    record Open(List<String> migrated) implements MigrationProgress {}

    /** The databases cannot be migrated yet. */
    record Waiting(String reason) implements MigrationProgress {}

    /** Nothing goes on until somebody acts. */
    record Refused(String reason) implements MigrationProgress {}

    /**
     * Backups are being taken, or one has failed.
     *
     * @param backups all that are needed
     * @param failed the one that has failed
     */
    record BackingUp(List<Taken> backups, Optional<DatabaseBackup> failed) implements MigrationProgress {}

    /**
     * A Job is at work, has failed, or is to be made.
     *
     * @param job its name
     * @param revision what it migrates to
     * @param health how far it is; empty while there is none
     */
    record AtWork(String job, String revision, Optional<JobHealth> health) implements MigrationProgress {}

    /**
     * A backup that has to be there before.
     *
     * @param database the ServiceDatabase
     * @param name the DatabaseBackup
     */
    record Taken(String database, String name) {}

    /** How far it is. */
    static MigrationProgress of(MicroserviceObserved observed, MicroserviceModel model) {
        return model.migration().map(plan -> of(observed, model, plan)).orElseGet(() -> new Open(List.of()));
    }

    /** Whether the Deployment has to stay as it is, or may not be there yet. */
    default boolean isHolding() {
        return !(this instanceof Open);
    }

    /** The image that a service's pods have, or are to have. */
    static Optional<String> image(Deployment deployment) {
        var name = deployment.getMetadata().getName();
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> name.equals(container.getName()))
                .map(Container::getImage)
                .findFirst();
    }

    /** What a service is to be migrated to: by the image that its pods get in the end, whatever says so. */
    static String revision(MicroserviceModel model, MigrationPlan plan) {
        return plan.revision(
                image(AppDeployment.of(model)).orElse(model.container().image()));
    }

    private static MigrationProgress of(MicroserviceObserved observed, MicroserviceModel model, MigrationPlan plan) {
        var revision = revision(model, plan);
        var migrated = migrated(observed);
        boolean isRollingOut = observed.deployment()
                .flatMap(MigrationProgress::image)
                .filter(image -> image(AppDeployment.of(model)).equals(Optional.of(image)))
                .isEmpty();
        boolean isForeseen =
                observed.migration().isForeseen() && observed.deployment().isEmpty();
        if (!isRollingOut || migrated.contains(revision) || isForeseen) {
            return new Open(migrated);
        }
        return atWork(observed)
                .or(() -> attempt(observed, model, revision))
                .orElseGet(() -> before(observed, plan, model, revision));
    }

    /** Those that the Deployment tells of, and those whose Job has just done it. */
    private static List<String> migrated(MicroserviceObserved observed) {
        var known = observed.deployment()
                .flatMap(deployment -> Annotations.get(deployment, Annotations.MIGRATED))
                .map(text -> Arrays.stream(text.split(",")))
                .orElseGet(Stream::empty);
        var done = observed.migration().jobs().stream()
                .filter(job -> health(observed, job) instanceof JobHealth.Succeeded)
                .flatMap(job -> Annotations.get(job, Annotations.MIGRATED).stream())
                .sorted();
        return Stream.concat(done, known).distinct().limit(REMEMBERED).toList();
    }

    /** One at a time: what was begun is not left alone, even if something else is wanted by now. */
    private static Optional<MigrationProgress> atWork(MicroserviceObserved observed) {
        return observed.migration().jobs().stream()
                .map(job -> attempt(observed, job))
                .filter(attempt -> attempt.health()
                        .filter(JobHealth.Running.class::isInstance)
                        .isPresent())
                .<MigrationProgress>map(attempt -> attempt)
                .findFirst();
    }

    private static Optional<MigrationProgress> attempt(
            MicroserviceObserved observed, MicroserviceModel model, String revision) {
        return observed.migration()
                .job()
                .apply(Names.migrationJob(model.identity().name(), revision))
                .map(job -> attempt(observed, job));
    }

    private static AtWork attempt(MicroserviceObserved observed, Job job) {
        return new AtWork(
                job.getMetadata().getName(),
                Annotations.get(job, Annotations.MIGRATED).orElse(""),
                Optional.of(health(observed, job)));
    }

    private static JobHealth health(MicroserviceObserved observed, Job job) {
        return JobHealth.of(
                job, observed.migration().podsOf(job), observed.migration().now());
    }

    private static MigrationProgress before(
            MicroserviceObserved observed, MigrationPlan plan, MicroserviceModel model, String revision) {
        var asleep = observed.databases().stream()
                .filter(database -> !Conditions.hold(database, ConditionType.READY))
                .findFirst();
        if (asleep.isPresent()) {
            return new Waiting("ServiceDatabase %s is not ready; kubectl describe servicedatabase %1$s tells why"
                    .formatted(asleep.get().getMetadata().getName()));
        }
        if (Boolean.TRUE.equals(plan.backup())) {
            var homeless = observed.databases().stream()
                    .filter(database -> database.getSpec().backup() == null)
                    .findFirst();
            if (homeless.isPresent()) {
                return new Refused(
                        "spec.migration.backup is true, and ServiceDatabase %s has no spec.backup that says where to; give it one, or set that to false"
                                .formatted(homeless.get().getMetadata().getName()));
            }
        }
        return backups(observed, plan, revision)
                .<MigrationProgress>map(backups -> backups)
                .orElseGet(() ->
                        new AtWork(Names.migrationJob(model.identity().name(), revision), revision, Optional.empty()));
    }

    /** Nothing once all are taken, or where none is wanted. By the UID, those of a later service of the name are others. */
    private static Optional<BackingUp> backups(MicroserviceObserved observed, MigrationPlan plan, String revision) {
        var uid = observed.resource().getMetadata().getUid();
        var wanted = observed.databases().stream()
                .filter(database -> !Boolean.FALSE.equals(plan.backup()))
                .filter(database -> database.getSpec().backup() != null)
                .map(database -> taken(database, uid + " " + revision))
                .toList();
        var found = wanted.stream()
                .map(backup -> observed.migration().backup().apply(backup.name()))
                .toList();
        boolean areTaken = found.stream()
                .allMatch(backup -> backup.filter(present -> Conditions.hold(present, ConditionType.READY))
                        .isPresent());
        return areTaken
                ? Optional.empty()
                : Optional.of(new BackingUp(
                        wanted,
                        found.stream()
                                .flatMap(Optional::stream)
                                .filter(backup -> Conditions.hold(backup, ConditionType.STALLED))
                                .findFirst()));
    }

    private static Taken taken(ServiceDatabase database, String migration) {
        var name = database.getMetadata().getName();
        return new Taken(name, Names.migrationBackup(name, migration));
    }
}
