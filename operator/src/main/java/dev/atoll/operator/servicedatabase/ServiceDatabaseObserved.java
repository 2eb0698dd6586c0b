// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Oldest;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.meta.Standing;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ServiceDatabase and everything that its children and its status depend on.
 *
 * @param resource the custom resource
 * @param owner the service that it belongs to
 * @param siblings the databases of the same service, oldest first, this one among them
 * @param statefulSet its StatefulSet
 * @param data the claim of its volume, which may be older than the resource; not one that belongs to somebody else
 * @param credentials the Secret with its credentials, without its content; not one that belongs to somebody else
 * @param administrator the same for the Secret of its administrator, where the engine has one
 * @param pods its pods
 * @param backups the DatabaseBackups of it
 * @param restores the DatabaseRestores into it, drills among them, and those of its backups into other databases
 * @param login what an exchange of the credentials depends on
 * @param secrets what is known of the Secret that the credentials are made from, if the spec names one
 * @param leaving its namespace, if both are being deleted
 * @param initialization what the beginning of new data depends on
 * @param now what time it is
 */
record ServiceDatabaseObserved(
        ServiceDatabase resource,
        Optional<Microservice> owner,
        List<ServiceDatabase> siblings,
        Optional<StatefulSet> statefulSet,
        DataClaims data,
        Optional<Secret> credentials,
        Optional<Secret> administrator,
        List<Pod> pods,
        List<DatabaseBackup> backups,
        List<DatabaseRestore> restores,
        LoginObserved login,
        KnownSecrets secrets,
        Optional<Namespace> leaving,
        InitializationObserved initialization,
        Instant now) {

    /** Looks at what is known; asks nobody. */
    static ServiceDatabaseObserved read(ServiceDatabase resource, KnownObjects known, Instant now) {
        return read(resource, known, false, now);
    }

    /** The same for who wants to know what becomes of it in the end: before any schedule begins, and after its data has. */
    static ServiceDatabaseObserved foresee(ServiceDatabase resource, KnownObjects known) {
        return read(resource, known, true, Instant.EPOCH);
    }

    private static ServiceDatabaseObserved read(
            ServiceDatabase resource, KnownObjects known, boolean isForeseen, Instant now) {
        var namespace = resource.getMetadata().getNamespace();
        var name = resource.getMetadata().getName();
        var service = resource.getSpec().service();
        var owner = known.ofPrimary(Microservice.class).get(namespace, service);
        var identity = identity(resource, owner);
        var statefulSet = known.latest(StatefulSet.class, namespace, name).filter(set -> belongs(set, identity));
        var data = DataClaims.of(claims(known, identity), statefulSet, name);
        var backups = known.ofPrimary(DatabaseBackup.class)
                .list(namespace)
                .filter(backup -> name.equals(backup.getSpec().database()))
                .toList();
        return new ServiceDatabaseObserved(
                resource,
                owner,
                Oldest.first(known.ofPrimary(ServiceDatabase.class)
                        .list(namespace)
                        .filter(database -> service.equals(database.getSpec().service()))),
                statefulSet,
                data,
                secret(known, identity, Names.bindingSecret(name)),
                secret(known, identity, Names.administratorSecret(name)),
                known.of(Pod.class)
                        .list(namespace)
                        .filter(pod -> ServiceDatabaseRelations.isPodOf(pod, name))
                        .toList(),
                backups,
                restores(name, backups, known.ofPrimary(DatabaseRestore.class).list(namespace)),
                LoginObserved.read(resource, secret(known, identity, Names.nextSecret(name)), known),
                secrets(resource, known),
                leaving(resource, known),
                InitializationObserved.read(resource, data.claim(), isForeseen, known),
                now);
    }

    /** Namespaces are watched only where a resource that is being deleted waits. */
    private static Optional<Namespace> leaving(ServiceDatabase resource, KnownObjects known) {
        return resource.isMarkedForDeletion()
                ? known.of(Namespace.class)
                        .get("", resource.getMetadata().getNamespace())
                        .filter(HasMetadata::isMarkedForDeletion)
                : Optional.empty();
    }

    private static List<DatabaseRestore> restores(
            String database, List<DatabaseBackup> backups, Stream<DatabaseRestore> all) {
        var names =
                backups.stream().map(backup -> backup.getMetadata().getName()).collect(Collectors.toSet());
        return all.filter(restore -> database.equals(restore.getSpec().database())
                        || (restore.getSpec().backup() != null
                                && names.contains(restore.getSpec().backup())))
                .toList();
    }

    /** Also where it names none: what it has named before is then forgotten. */
    private static KnownSecrets secrets(ServiceDatabase resource, KnownObjects known) {
        return known.secrets(
                resource,
                CredentialsSource.of(resource.getSpec())
                        .map(CredentialsSource::name)
                        .map(Set::of)
                        .orElse(Set.of()));
    }

    /** Who its children belong to. */
    Identity identity() {
        return identity(resource, owner);
    }

    /** The claim of its volume. */
    Optional<PersistentVolumeClaim> claim() {
        return data.claim();
    }

    /** The claim with data that this resource is to run on; not one that goes with an earlier resource. */
    Optional<PersistentVolumeClaim> ownClaim() {
        return claim().filter(object -> Standing.of(object, identity()) == Standing.OURS);
    }

    /** Whether the server works, with the data of the claim. */
    boolean isReady() {
        return statefulSet
                .filter(set -> DataClaims.nameOf(set)
                        .map(claim -> claim.equals(data.name()))
                        .orElse(true))
                .filter(set -> WorkloadHealth.of(set, pods, now).ready())
                .isPresent();
    }

    private static Identity identity(ServiceDatabase resource, Optional<Microservice> owner) {
        var metadata = resource.getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                owner.map(service -> service.getSpec().application()).orElseGet(metadata::getNamespace),
                Identity.DATABASE,
                OwnerRefs.controller(resource));
    }

    /** The first of all, which this operator may just have made, and those that restores have added. */
    private static List<PersistentVolumeClaim> claims(KnownObjects known, Identity identity) {
        var first = Names.volumeClaim(identity.name());
        return Stream.concat(
                        known.latest(PersistentVolumeClaim.class, identity.namespace(), first).stream(),
                        known.of(PersistentVolumeClaim.class)
                                .list(identity.namespace())
                                .filter(claim ->
                                        !first.equals(claim.getMetadata().getName())))
                .filter(claim -> belongs(claim, identity))
                .toList();
    }

    private static Optional<Secret> secret(KnownObjects known, Identity identity, String name) {
        return known.latest(Secret.class, identity.namespace(), name).filter(secret -> belongs(secret, identity));
    }

    /** Whether an object is this resource's, or one's of its name: also while it is being deleted. */
    private static boolean belongs(HasMetadata object, Identity identity) {
        return OwnerRefs.isOwnedBy(object, identity.owner())
                || Annotations.get(object, Annotations.BELONGS_TO)
                        .filter(Annotations.belongsTo(identity)::equals)
                        .isPresent();
    }
}
