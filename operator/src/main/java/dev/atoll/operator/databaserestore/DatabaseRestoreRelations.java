// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;
import java.util.stream.Stream;

/** Which DatabaseRestores an object concerns. */
final class DatabaseRestoreRelations {
    private DatabaseRestoreRelations() {}

    /** Connects the events of everything that {@link DatabaseRestoreObserved} reads. */
    static RelatedEventSource<DatabaseRestore> connect(
            RelatedEventSource<DatabaseRestore> source, ObjectCaches caches) {
        return source.wakenByChildren(DatabaseRestoreDesired.KINDS)
                .wakenBy(Pod.class, pod -> restoresOfPod(pod, caches))
                .wakenBy(
                        StatefulSet.class, set -> restoresInto(set.getMetadata().getName(), set, caches))
                // Its claims, for one that it gets from a restore no longer belongs to that.
                .wakenBy(
                        PersistentVolumeClaim.class,
                        claim -> Annotations.belongsTo(claim, HasMetadata.getKind(ServiceDatabase.class)).stream()
                                .flatMap(name -> restoresInto(name, claim, caches)))
                .wakenBySpec(
                        ServiceDatabase.class,
                        database -> restoresInto(database.getMetadata().getName(), database, caches))
                // Itself too: once that is written down, its Job is no longer needed.
                .wakenByChange(
                        DatabaseRestore.class,
                        DatabaseRestoreObserved::isOver,
                        restore -> Stream.concat(
                                Stream.of(ResourceID.fromResource(restore)),
                                restoresInto(restore.getSpec().database(), restore, caches)))
                .wakenByChange(
                        DatabaseBackup.class, DatabaseRestoreRelations::isTaken, backup -> restoresOf(backup, caches));
    }

    private static Stream<ResourceID> restoresOfPod(Pod pod, ObjectCaches caches) {
        var labels = pod.getMetadata().getLabels();
        var component = Optional.ofNullable(labels.get(Labels.COMPONENT)).orElse("");
        return switch (component) {
            case Identity.RESTORE ->
                Stream.ofNullable(labels.get(Labels.JOB_NAME))
                        .map(name -> new ResourceID(name, pod.getMetadata().getNamespace()));
            case Identity.DATABASE ->
                Stream.ofNullable(labels.get(Labels.NAME)).flatMap(name -> restoresInto(name, pod, caches));
            default -> Stream.empty();
        };
    }

    /** Only those that are not over. */
    private static Stream<ResourceID> restoresInto(String database, HasMetadata neighbour, ObjectCaches caches) {
        return caches.ofPrimary(DatabaseRestore.class)
                .list(neighbour.getMetadata().getNamespace())
                .filter(restore -> database.equals(restore.getSpec().database()))
                .filter(restore -> !DatabaseRestoreObserved.isOver(restore))
                .map(ResourceID::fromResource);
    }

    private static Stream<ResourceID> restoresOf(DatabaseBackup backup, ObjectCaches caches) {
        return caches.ofPrimary(DatabaseRestore.class)
                .list(backup.getMetadata().getNamespace())
                .filter(restore ->
                        backup.getMetadata().getName().equals(restore.getSpec().backup()))
                .filter(restore -> !DatabaseRestoreObserved.isOver(restore))
                .map(ResourceID::fromResource);
    }

    private static boolean isTaken(DatabaseBackup backup) {
        return backup.getStatus() != null && backup.getStatus().folder() != null;
    }
}
