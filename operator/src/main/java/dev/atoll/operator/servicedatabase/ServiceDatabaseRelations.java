// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackupStatus;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which ServiceDatabases an object concerns. */
final class ServiceDatabaseRelations {
    private ServiceDatabaseRelations() {}

    /** Connects the events of everything that {@link ServiceDatabaseObserved} reads. */
    static RelatedEventSource<ServiceDatabase> connect(
            RelatedEventSource<ServiceDatabase> source, ObjectCaches caches) {
        return source.wakenByChildren(ServiceDatabaseDesired.KINDS)
                .wakenByWritesOfNamedSecrets()
                .wakenBy(Pod.class, ServiceDatabaseRelations::ownerOfPod)
                // The operator itself has written that, so to it it is no news; but the next step can be done.
                .wakenByChange(Secret.class, ServiceDatabaseRelations::rotation, ServiceDatabaseRelations::userOfSecret)
                .wakenBy(Pod.class, pod -> rotatingFor(pod, caches))
                .wakenBy(Deployment.class, deployment -> rotatingFor(deployment, caches))
                // A restore has made that write, so to this operator it is no news.
                .wakenByChange(
                        PersistentVolumeClaim.class,
                        ServiceDatabaseRelations::inUseSince,
                        ServiceDatabaseRelations::userOf)
                // Once it is written down that the data has begun, the server is opened.
                .wakenByChange(
                        PersistentVolumeClaim.class,
                        claim -> Annotations.get(claim, Annotations.INITIALIZATION),
                        ServiceDatabaseRelations::ownerOfClaim)
                .wakenByNamedConfigMaps()
                .wakenByChange(
                        DatabaseBackup.class,
                        backup -> Optional.ofNullable(backup.getStatus()).map(DatabaseBackupStatus::completionTime),
                        backup -> Stream.of(new ResourceID(
                                backup.getSpec().database(),
                                backup.getMetadata().getNamespace())))
                .wakenByChange(DatabaseRestore.class, ScheduledRuns::isOver, restore -> databasesOf(restore, caches))
                // Where nothing can be made any more, nothing is waited for.
                .wakenByChange(
                        Namespace.class, HasMetadata::isMarkedForDeletion, namespace -> waitingIn(namespace, caches))
                .wakenBySpec(
                        Microservice.class,
                        service -> databasesOf(service, service.getMetadata().getName(), caches))
                // An annotation is no other generation.
                .wakenByChange(
                        ServiceDatabase.class,
                        database -> Annotations.get(database, Annotations.ROTATE_CREDENTIALS),
                        database -> Stream.of(ResourceID.fromResource(database)))
                .wakenBySpec(
                        ServiceDatabase.class,
                        database -> databasesOf(database, database.getSpec().service(), caches));
    }

    /** The databases of a namespace that are being deleted and wait for their last backup. */
    private static Stream<ResourceID> waitingIn(Namespace namespace, ObjectCaches caches) {
        return caches.ofPrimary(ServiceDatabase.class)
                .list(namespace.getMetadata().getName())
                .filter(HasMetadata::isMarkedForDeletion)
                .map(ResourceID::fromResource);
    }

    /** Whether a pod runs a database. */
    static boolean isPodOf(Pod pod, String database) {
        var labels = pod.getMetadata().getLabels();
        return database.equals(labels.get(Labels.NAME)) && Identity.DATABASE.equals(labels.get(Labels.COMPONENT));
    }

    private static Stream<ResourceID> ownerOfPod(Pod pod) {
        var labels = pod.getMetadata().getLabels();
        boolean isOfDatabase = Identity.DATABASE.equals(labels.get(Labels.COMPONENT))
                || Identity.CREDENTIALS.equals(labels.get(Labels.COMPONENT))
                || Identity.INITIALIZATION.equals(labels.get(Labels.COMPONENT));
        return isOfDatabase && labels.containsKey(Labels.NAME)
                ? Stream.of(new ResourceID(
                        labels.get(Labels.NAME), pod.getMetadata().getNamespace()))
                : Stream.empty();
    }

    /** The one that is restored into, and the one that the backup is of. */
    private static Stream<ResourceID> databasesOf(DatabaseRestore restore, ObjectCaches caches) {
        var namespace = restore.getMetadata().getNamespace();
        var source = Optional.ofNullable(restore.getSpec().backup())
                .flatMap(backup -> caches.ofPrimary(DatabaseBackup.class).get(namespace, backup))
                .map(backup -> backup.getSpec().database());
        return Stream.concat(Stream.of(restore.getSpec().database()), source.stream())
                .distinct()
                .map(database -> new ResourceID(database, namespace));
    }

    private static List<Optional<String>> rotation(Secret secret) {
        return Stream.of(Annotations.ROTATION, Annotations.ROTATED, Annotations.ADMITTED_ON, Annotations.MADE_FROM)
                .map(key -> Annotations.get(secret, key))
                .toList();
    }

    private static Stream<ResourceID> userOfSecret(Secret secret) {
        return Annotations.belongsTo(secret, HasMetadata.getKind(ServiceDatabase.class))
                .map(name -> new ResourceID(name, secret.getMetadata().getNamespace()))
                .stream();
    }

    /** The databases of a service whose credentials are just being exchanged. */
    private static Stream<ResourceID> rotatingFor(HasMetadata workload, ObjectCaches caches) {
        var labels = workload.getMetadata().getLabels();
        return Identity.SERVICE.equals(labels.get(Labels.COMPONENT)) && labels.containsKey(Labels.NAME)
                ? caches.ofPrimary(ServiceDatabase.class)
                        .list(workload.getMetadata().getNamespace())
                        .filter(database -> labels.get(Labels.NAME)
                                .equals(database.getSpec().service()))
                        .filter(ServiceDatabaseRelations::isRotating)
                        .map(ResourceID::fromResource)
                : Stream.empty();
    }

    private static boolean isRotating(ServiceDatabase database) {
        return database.getStatus() != null
                && Conditions.find(database.getStatus().conditions(), ConditionType.CREDENTIALS_ROTATED)
                        .filter(condition -> "False".equals(condition.status()))
                        .isPresent();
    }

    private static Optional<String> inUseSince(PersistentVolumeClaim claim) {
        return Annotations.get(claim, Annotations.IN_USE_SINCE);
    }

    private static Stream<ResourceID> ownerOfClaim(PersistentVolumeClaim claim) {
        return Annotations.get(claim, Annotations.INITIALIZATION)
                .flatMap(value -> Annotations.belongsTo(claim, HasMetadata.getKind(ServiceDatabase.class)))
                .map(name -> new ResourceID(name, claim.getMetadata().getNamespace()))
                .stream();
    }

    /** The database that a restore has made a claim for. */
    private static Stream<ResourceID> userOf(PersistentVolumeClaim claim) {
        return inUseSince(claim)
                .flatMap(time -> Annotations.belongsTo(claim, HasMetadata.getKind(ServiceDatabase.class)))
                .map(name -> new ResourceID(name, claim.getMetadata().getNamespace()))
                .stream();
    }

    /** The databases of a service: of its owner when that changes, of each other since they share its environment. */
    private static Stream<ResourceID> databasesOf(HasMetadata object, String service, ObjectCaches caches) {
        return caches.ofPrimary(ServiceDatabase.class)
                .list(object.getMetadata().getNamespace())
                .filter(database -> service.equals(database.getSpec().service()))
                .map(database -> new ResourceID(
                        database.getMetadata().getName(), database.getMetadata().getNamespace()));
    }
}
