// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.status.BackupsInUse;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * A DatabaseBackup and everything that its Job and its status depend on.
 *
 * @param resource the custom resource
 * @param database the ServiceDatabase that it names
 * @param owner the service that the database belongs to
 * @param claim the claim of the database's volume that is in use
 * @param inUse the folders of backups that are being restored
 * @param job its Job
 * @param pods the pods of its Job
 */
record DatabaseBackupObserved(
        DatabaseBackup resource,
        Optional<ServiceDatabase> database,
        Optional<Microservice> owner,
        Optional<PersistentVolumeClaim> claim,
        List<String> inUse,
        Optional<Job> job,
        List<Pod> pods) {

    /** Looks at what is known; asks nobody. */
    static DatabaseBackupObserved read(DatabaseBackup resource, KnownObjects known) {
        var namespace = resource.getMetadata().getNamespace();
        var name = resource.getSpec().database();
        var database = known.ofPrimary(ServiceDatabase.class).get(namespace, name);
        var job = known.latest(Job.class, namespace, resource.getMetadata().getName())
                .filter(found -> OwnerRefs.isControlledBy(found, resource));
        return new DatabaseBackupObserved(
                resource,
                database,
                database.flatMap(found -> known.ofPrimary(Microservice.class)
                        .get(namespace, found.getSpec().service())),
                DataClaims.current(
                        known.of(PersistentVolumeClaim.class).list(namespace),
                        name,
                        known.latest(StatefulSet.class, namespace, name)),
                BackupsInUse.folders(
                        known.ofPrimary(DatabaseRestore.class).list(namespace).toList(),
                        backup -> known.ofPrimary(DatabaseBackup.class).get(namespace, backup)),
                job,
                job.map(found -> known.of(Pod.class)
                                .list(namespace)
                                .filter(pod -> OwnerRefs.isControlledBy(pod, found))
                                .toList())
                        .orElse(List.of()));
    }

    /** Whether the backup is taken, or has failed for good, and that is written down. */
    boolean isOver() {
        return isOver(resource);
    }

    /** Whether that is written down in a resource's status. */
    static boolean isOver(DatabaseBackup backup) {
        return backup.getStatus() != null && backup.getStatus().completionTime() != null;
    }
}
