// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.stream.Stream;

/** Which DatabaseBackups an object concerns. */
final class DatabaseBackupRelations {
    private DatabaseBackupRelations() {}

    /** Connects the events of everything that {@link DatabaseBackupObserved} reads. */
    static RelatedEventSource<DatabaseBackup> connect(RelatedEventSource<DatabaseBackup> source, ObjectCaches caches) {
        return source.wakenByChildren(DatabaseBackupDesired.KINDS)
                .wakenBy(Pod.class, DatabaseBackupRelations::backupOfPod)
                // Once that it is over is written down, its Job is no longer needed.
                .wakenByChange(
                        DatabaseBackup.class,
                        DatabaseBackupObserved::isOver,
                        backup -> Stream.of(ResourceID.fromResource(backup)))
                .wakenBySpec(ServiceDatabase.class, database -> backupsOf(database, caches));
    }

    private static Stream<ResourceID> backupOfPod(Pod pod) {
        var labels = pod.getMetadata().getLabels();
        return Identity.BACKUP.equals(labels.get(Labels.COMPONENT)) && labels.containsKey(Labels.JOB_NAME)
                ? Stream.of(new ResourceID(
                        labels.get(Labels.JOB_NAME), pod.getMetadata().getNamespace()))
                : Stream.empty();
    }

    /** Only those that still wait for something. */
    private static Stream<ResourceID> backupsOf(ServiceDatabase database, ObjectCaches caches) {
        return caches.ofPrimary(DatabaseBackup.class)
                .list(database.getMetadata().getNamespace())
                .filter(backup ->
                        database.getMetadata().getName().equals(backup.getSpec().database()))
                .filter(backup -> !DatabaseBackupObserved.isOver(backup))
                .map(ResourceID::fromResource);
    }
}
