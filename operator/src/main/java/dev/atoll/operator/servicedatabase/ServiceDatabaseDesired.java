// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Passwords;
import dev.atoll.operator.servicedatabase.desired.DatabaseArchiveFiles;
import dev.atoll.operator.servicedatabase.desired.DatabaseFirstStart;
import dev.atoll.operator.servicedatabase.desired.DatabaseHeadlessService;
import dev.atoll.operator.servicedatabase.desired.DatabaseNetworkPolicy;
import dev.atoll.operator.servicedatabase.desired.DatabaseService;
import dev.atoll.operator.servicedatabase.desired.DatabaseServiceAccount;
import dev.atoll.operator.servicedatabase.desired.DatabaseStatefulSet;
import dev.atoll.operator.servicedatabase.desired.LastDatabaseBackup;
import dev.atoll.operator.servicedatabase.desired.LastDrill;
import dev.atoll.operator.servicedatabase.desired.ScheduledBackup;
import dev.atoll.operator.servicedatabase.desired.ScheduledDrill;
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

    /** The children of a valid ServiceDatabase, also while it waits for its last backup; those of any other stay as they are. */
    static Desired of(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated, Passwords passwords) {
        var departure = Departure.of(observed, validated);
        if (departure instanceof Departure.Released(var withData, var backup, var message)) {
            return DataDesired.belonging(observed, withData);
        }
        return switch (validated) {
            case Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved) ->
                of(observed, model, departure, passwords);
            case Validated.Valid<DatabaseModel>(ExternalModel model, var unresolved) ->
                ExternalDesired.of(observed, model);
            case Validated.Invalid<DatabaseModel> invalid -> DataDesired.released(observed);
            case Validated.Paused<DatabaseModel> paused -> Desired.untouched();
        };
    }

    private static Desired of(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, Departure departure, Passwords passwords) {
        if (isWaiting(observed, model)) {
            return Desired.untouched();
        }
        var rotation = new RotationDesired(observed, model, Rotation.of(observed, model));
        var beginning = new InitializationDesired(observed, model, InitializationProgress.of(observed, model));
        return new Desired(
                        DataDesired.once(observed, model, passwords),
                        Stream.<Stream<? extends HasMetadata>>of(
                                        objects(observed, model, rotation, beginning), last(observed, model, departure))
                                .<HasMetadata>flatMap(objects -> objects)
                                .toList(),
                        DataDesired.amendments(observed, model, rotation, beginning),
                        PRUNABLE,
                        Stream.<Stream<? extends HasMetadata>>of(
                                        expired(observed, model),
                                        rotation.expired(),
                                        beginning.expired(),
                                        LastBackup.expired(observed))
                                .<HasMetadata>flatMap(objects -> objects)
                                .toList())
                .with(rotation.replacements(passwords));
    }

    /** Whether nothing can be made before there is a password of the owner's. */
    static boolean isWaiting(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.ownPassword().isPresent()
                && model.madeFrom().isEmpty()
                && observed.credentials().isEmpty()
                && observed.claim().isEmpty();
    }

    private static Stream<HasMetadata> objects(
            ServiceDatabaseObserved observed,
            ServiceDatabaseModel model,
            RotationDesired rotation,
            InitializationDesired beginning) {
        return Stream.of(
                        DatabaseFirstStart.of(model).stream(),
                        DatabaseArchiveFiles.of(model).stream(),
                        Stream.of(
                                DatabaseServiceAccount.of(model),
                                DatabaseNetworkPolicy.of(model),
                                DatabaseHeadlessService.of(model),
                                DatabaseService.of(model)),
                        beginning.isHeldBack() ? Stream.<HasMetadata>empty() : Stream.of(DatabaseStatefulSet.of(model)),
                        // Last: a backup that is refused must hold back nothing of the database.
                        backup(observed, model),
                        drill(observed, model),
                        rotation.job(),
                        beginning.job())
                .flatMap(objects -> objects);
    }

    private static Stream<DatabaseBackup> backup(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model
                .backups()
                .filter(plan -> !model.isClosed())
                .flatMap(plan -> BackupSchedule.due(observed, plan.schedule()))
                .stream()
                .map(time -> ScheduledBackup.of(model, time));
    }

    private static Stream<DatabaseRestore> drill(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model
                .backups()
                .filter(plan -> !model.isClosed())
                .flatMap(plan -> DrillSchedule.due(observed, plan))
                .stream()
                .map(due -> ScheduledDrill.of(model, due.time(), due.backup(), due.query()));
    }

    /** The next step towards the last backup. */
    private static Stream<HasMetadata> last(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, Departure departure) {
        return switch (departure) {
            case Departure.Backing(var attempt) -> Stream.of(LastDatabaseBackup.of(model, attempt));
            case Departure.Trying(var backup) ->
                Stream.of(LastDrill.of(
                        model, backup, observed.resource().getMetadata().getGeneration()));
            default -> Stream.empty();
        };
    }

    private static Stream<HasMetadata> expired(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.backups().stream()
                .flatMap(plan -> Stream.concat(
                        BackupSchedule.expired(observed, plan.retention()).stream(),
                        DrillSchedule.expired(observed).stream()));
    }
}
