// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a migration depends on.
 *
 * @param isForeseen whether it is about what becomes of the service in the end
 * @param job finds the Job of a name
 * @param jobs all Jobs that have been made for migrations of the service
 * @param pods their pods
 * @param backup finds a DatabaseBackup by its name
 * @param now what time it is
 */
record MigrationObserved(
        boolean isForeseen,
        Function<String, Optional<Job>> job,
        List<Job> jobs,
        List<Pod> pods,
        Function<String, Optional<DatabaseBackup>> backup,
        Instant now) {
    /** Looks at what is known; asks nobody, and for nothing where there has never been a migration. */
    static MigrationObserved read(
            Microservice resource,
            Optional<Deployment> deployment,
            KnownObjects known,
            boolean isForeseen,
            Instant now) {
        boolean isUsed = resource.getSpec().migration() != null
                || deployment
                        .flatMap(found -> Annotations.get(found, Annotations.MIGRATED))
                        .isPresent();
        var namespace = resource.getMetadata().getNamespace();
        if (!isUsed) {
            return new MigrationObserved(
                    isForeseen, name -> Optional.empty(), List.of(), List.of(), name -> Optional.empty(), now);
        }
        return new MigrationObserved(
                isForeseen,
                name -> known.latest(Job.class, namespace, name).filter(job -> OwnerRefs.isControlledBy(job, resource)),
                known.of(Job.class)
                        .list(namespace)
                        .filter(job -> OwnerRefs.isControlledBy(job, resource))
                        .toList(),
                known.of(Pod.class)
                        .list(namespace)
                        .filter(pod -> Identity.MIGRATION.equals(
                                pod.getMetadata().getLabels().get(Labels.COMPONENT)))
                        .toList(),
                name -> known.ofPrimary(DatabaseBackup.class).get(namespace, name),
                now);
    }

    /** The pods of a Job. */
    List<Pod> podsOf(Job job) {
        return pods.stream().filter(pod -> OwnerRefs.isControlledBy(pod, job)).toList();
    }
}
