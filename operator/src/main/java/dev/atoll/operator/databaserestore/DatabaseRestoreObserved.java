// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.databaserestore.RestoreMode;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Oldest;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * A DatabaseRestore and everything that its Job and its status depend on.
 *
 * @param resource the custom resource
 * @param backup the DatabaseBackup that it names, or that its point in time leads to
 * @param bases the base backups of the database
 * @param before a restore that the database is to go over to, is older, and not over; a drill waits for none
 * @param target what it restores into
 * @param claim the claim of its own volume
 * @param job its Job
 * @param pods the pods of its Job
 */
record DatabaseRestoreObserved(
        DatabaseRestore resource,
        Optional<DatabaseBackup> backup,
        List<DatabaseBackup> bases,
        Optional<DatabaseRestore> before,
        Target target,
        Optional<PersistentVolumeClaim> claim,
        Optional<Job> job,
        List<Pod> pods) {

    /** Looks at what is known; asks nobody. */
    static DatabaseRestoreObserved read(DatabaseRestore resource, KnownObjects known) {
        var metadata = resource.getMetadata();
        var namespace = metadata.getNamespace();
        var database = resource.getSpec().database();
        var bases = BaseBackups.of(known.ofPrimary(DatabaseBackup.class).list(namespace), database);
        var job = known.latest(Job.class, namespace, metadata.getName())
                .filter(found -> OwnerRefs.isControlledBy(found, resource));
        return new DatabaseRestoreObserved(
                resource,
                Optional.ofNullable(resource.getSpec().backup())
                        .or(() -> BaseBackups.chosen(resource, bases))
                        .flatMap(name -> known.ofPrimary(DatabaseBackup.class).get(namespace, name)),
                bases,
                Oldest.first(known.ofPrimary(DatabaseRestore.class)
                                .list(namespace)
                                .filter(restore ->
                                        database.equals(restore.getSpec().database())))
                        .stream()
                        .takeWhile(restore ->
                                !metadata.getName().equals(restore.getMetadata().getName()))
                        .filter(restore -> !isDrill(resource) && !isDrill(restore))
                        .filter(restore -> !isOver(restore) && !Conditions.hold(restore, ConditionType.STALLED))
                        .findFirst(),
                Target.read(namespace, database, known),
                known.latest(PersistentVolumeClaim.class, namespace, Names.restoredClaim(database, metadata.getUid())),
                job,
                job.map(found -> known.of(Pod.class)
                                .list(namespace)
                                .filter(pod -> OwnerRefs.isControlledBy(pod, found))
                                .toList())
                        .orElse(List.of()));
    }

    /** Whether it goes by a base backup. */
    boolean isOfBase() {
        return resource.getSpec().pointInTime() != null
                || backup.filter(BaseBackups::isBase).isPresent();
    }

    /** Whether it only tries whether the backup can be restored. */
    boolean isDrill() {
        return isDrill(resource);
    }

    private static boolean isDrill(DatabaseRestore restore) {
        return restore.getSpec().mode() == RestoreMode.Drill;
    }

    /** Whether the restore is made, or has failed for good, and that is written down. */
    boolean isOver() {
        return isOver(resource);
    }

    /** Whether that is written down in a resource's status. */
    static boolean isOver(DatabaseRestore restore) {
        return restore.getStatus() != null
                && restore.getStatus().completionTime() != null
                && (Conditions.hold(restore, ConditionType.READY) || Conditions.hold(restore, ConditionType.STALLED));
    }

    /** Whether the database has the volume by now. */
    boolean isHandedOver() {
        return claim.filter(found -> DataClaims.isOf(found, resource.getSpec().database()))
                .isPresent();
    }

    /**
     * What is restored into.
     *
     * @param database the ServiceDatabase
     * @param owner the service that it belongs to
     * @param claim the claim of its volume that is in use
     * @param statefulSet its StatefulSet
     * @param pods its pods
     */
    record Target(
            Optional<ServiceDatabase> database,
            Optional<Microservice> owner,
            Optional<PersistentVolumeClaim> claim,
            Optional<StatefulSet> statefulSet,
            List<Pod> pods) {

        private static Target read(String namespace, String name, KnownObjects known) {
            var database = known.ofPrimary(ServiceDatabase.class).get(namespace, name);
            var set = known.latest(StatefulSet.class, namespace, name)
                    .filter(found -> database.filter(owner -> OwnerRefs.isControlledBy(found, owner))
                            .isPresent());
            return new Target(
                    database,
                    database.flatMap(found -> known.ofPrimary(Microservice.class)
                            .get(namespace, found.getSpec().service())),
                    DataClaims.current(known.of(PersistentVolumeClaim.class).list(namespace), name, set),
                    set,
                    known.of(Pod.class)
                            .list(namespace)
                            .filter(pod -> isPodOf(pod, name))
                            .toList());
        }

        private static boolean isPodOf(Pod pod, String database) {
            return pod.getMetadata()
                    .getLabels()
                    .entrySet()
                    .containsAll(Labels.selector(database, Identity.DATABASE).entrySet());
        }
    }
}
