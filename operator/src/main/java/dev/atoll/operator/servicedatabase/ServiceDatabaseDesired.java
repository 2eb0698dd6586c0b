// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.DeletionPolicy;
import dev.atoll.operator.engine.StoredData;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Passwords;
import dev.atoll.operator.servicedatabase.desired.DatabaseAdministratorSecret;
import dev.atoll.operator.servicedatabase.desired.DatabaseArchiveFiles;
import dev.atoll.operator.servicedatabase.desired.DatabaseFirstStart;
import dev.atoll.operator.servicedatabase.desired.DatabaseHeadlessService;
import dev.atoll.operator.servicedatabase.desired.DatabaseNetworkPolicy;
import dev.atoll.operator.servicedatabase.desired.DatabaseSecret;
import dev.atoll.operator.servicedatabase.desired.DatabaseService;
import dev.atoll.operator.servicedatabase.desired.DatabaseServiceAccount;
import dev.atoll.operator.servicedatabase.desired.DatabaseStatefulSet;
import dev.atoll.operator.servicedatabase.desired.DatabaseVolumeClaim;
import dev.atoll.operator.servicedatabase.desired.KeptMetadata;
import dev.atoll.operator.servicedatabase.desired.ScheduledBackup;
import dev.atoll.operator.servicedatabase.desired.ScheduledDrill;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The children of a ServiceDatabase, in the order in which they are applied: credentials and data come first. */
final class ServiceDatabaseDesired {
    /** The kinds of its children. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(
            Secret.class,
            PersistentVolumeClaim.class,
            DatabaseBackup.class,
            DatabaseRestore.class,
            Job.class,
            ConfigMap.class,
            ServiceAccount.class,
            NetworkPolicy.class,
            Service.class,
            StatefulSet.class);

    /** Those that can be made again without loss. */
    private static final List<Class<? extends HasMetadata>> PRUNABLE =
            List.of(ConfigMap.class, ServiceAccount.class, NetworkPolicy.class, Service.class);

    private ServiceDatabaseDesired() {}

    /** The children of a valid ServiceDatabase; those of any other stay as they are. */
    static Desired of(
            ServiceDatabaseObserved observed, Validated<ServiceDatabaseModel> validated, Passwords passwords) {
        return switch (validated) {
            case Validated.Valid<ServiceDatabaseModel>(var model, var unresolved) -> of(observed, model, passwords);
            case Validated.Invalid<ServiceDatabaseModel> invalid -> released(observed);
            case Validated.Paused<ServiceDatabaseModel> paused -> Desired.untouched();
        };
    }

    private static Desired of(ServiceDatabaseObserved observed, ServiceDatabaseModel model, Passwords passwords) {
        var rotation = new RotationDesired(observed, model, Rotation.of(observed, model));
        return new Desired(
                        Stream.concat(secrets(observed, model, passwords), Stream.of(claim(model)))
                                .toList(),
                        Stream.concat(objects(observed, model).stream(), rotation.job())
                                .toList(),
                        amendments(observed, model, rotation),
                        PRUNABLE,
                        Stream.concat(expired(observed, model).stream(), rotation.expired())
                                .toList())
                .with(rotation.replacements(passwords));
    }

    private static List<HasMetadata> objects(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return Stream.of(
                        DatabaseFirstStart.of(model).stream(),
                        DatabaseArchiveFiles.of(model).stream(),
                        Stream.of(
                                DatabaseServiceAccount.of(model),
                                DatabaseNetworkPolicy.of(model),
                                DatabaseHeadlessService.of(model),
                                DatabaseService.of(model),
                                DatabaseStatefulSet.of(model)),
                        // Last: a backup that is refused must hold back nothing of the database.
                        backup(observed, model),
                        drill(observed, model))
                .<HasMetadata>flatMap(objects -> objects)
                .toList();
    }

    private static Stream<Desired.Once> secrets(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, Passwords passwords) {
        var owner = secret(observed, model, model.secretName(), () -> DatabaseSecret.of(model, passwords.next()));
        var administrator = secret(
                observed,
                model,
                model.administratorSecretName(),
                () -> DatabaseAdministratorSecret.of(model, passwords.next()));
        return model.hasAdministrator() ? Stream.of(administrator, owner) : Stream.of(owner);
    }

    private static Desired.Once secret(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, String name, Supplier<Secret> content) {
        return new Desired.Once(
                Secret.class,
                model.identity().namespace(),
                name,
                content,
                observed.claim().map(claim -> observed.ownClaim().isPresent() ? lost(model, name) : waiting(model)));
    }

    private static Blocked lost(ServiceDatabaseModel model, String secret) {
        return new Blocked(
                Reason.CredentialsLost,
                ("Secret %s is gone, and PersistentVolumeClaim %s has data that only its password opens; a new one "
                                + "would not. Create the Secret again from a backup, with the annotation %s and the label %s; "
                                + "or delete the claim, if nobody needs the data.")
                        .formatted(
                                secret,
                                model.volume().claimName(),
                                KeptMetadata.annotation(model.identity()),
                                KeptMetadata.label()));
    }

    private static Blocked waiting(ServiceDatabaseModel model) {
        return new Blocked(
                Reason.Waiting,
                "PersistentVolumeClaim %s is being deleted; new credentials are made once it is gone."
                        .formatted(model.volume().claimName()));
    }

    private static Desired.Once claim(ServiceDatabaseModel model) {
        return new Desired.Once(
                PersistentVolumeClaim.class,
                model.identity().namespace(),
                model.volume().claimName(),
                () -> DatabaseVolumeClaim.of(model),
                Optional.empty());
    }

    private static Stream<DatabaseBackup> backup(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.backups().flatMap(plan -> BackupSchedule.due(observed, plan.schedule())).stream()
                .map(time -> ScheduledBackup.of(model, time));
    }

    private static Stream<DatabaseRestore> drill(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.backups().flatMap(plan -> DrillSchedule.due(observed, plan)).stream()
                .map(due -> ScheduledDrill.of(model, due.time(), due.backup(), due.query()));
    }

    private static List<HasMetadata> expired(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.backups().stream()
                .<HasMetadata>flatMap(plan -> Stream.concat(
                        BackupSchedule.expired(observed, plan.retention()).stream(),
                        DrillSchedule.expired(observed).stream()))
                .toList();
    }

    private static List<Desired.Amendment> amendments(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, RotationDesired rotation) {
        var secrets = Stream.concat(
                model.hasAdministrator() ? Stream.of(model.administratorSecretName()) : Stream.empty(),
                observed.login().next().map(secret -> secret.getMetadata().getName()).stream());
        return Stream.concat(
                        secrets.map(
                                name -> KeptMetadata.ofSecret(model.identity(), name, Map.of(), !model.keepsData())),
                        Stream.of(
                                KeptMetadata.ofSecret(
                                        model.identity(),
                                        model.secretName(),
                                        rotation.annotations(),
                                        !model.keepsData()),
                                KeptMetadata.ofVolumeClaim(
                                        model.identity(),
                                        model.volume().claimName(),
                                        model.dataAnnotations(),
                                        !model.keepsData()),
                                DatabaseVolumeClaim.grown(model)))
                .toList();
    }

    /**
     * Data that no longer is to go with the resource stays from now on, even though the rest of the spec cannot be carried
     * out: somebody may delete the resource because of that.
     */
    private static Desired released(ServiceDatabaseObserved observed) {
        if (observed.resource().getSpec().deletionPolicy() == DeletionPolicy.Delete) {
            return Desired.untouched();
        }
        var identity = observed.identity();
        var secrets = Stream.of(
                        observed.administrator(),
                        observed.credentials(),
                        observed.login().next())
                .flatMap(Optional::stream)
                .map(object -> KeptMetadata.ofSecret(
                        identity, object.getMetadata().getName(), RotationDesired.annotations(object), false));
        var claim = observed.claim()
                .map(object -> KeptMetadata.ofVolumeClaim(
                        identity,
                        object.getMetadata().getName(),
                        StoredData.of(object).annotations(),
                        false));
        return new Desired(
                List.of(), List.of(), Stream.concat(secrets, claim.stream()).toList(), List.of());
    }
}
