// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.api.v1alpha1.common.LocalReference;
import dev.atoll.api.v1alpha1.common.Resources;
import dev.atoll.api.v1alpha1.common.Scheduling;
import dev.atoll.api.v1alpha1.servicedatabase.Backup;
import dev.atoll.api.v1alpha1.servicedatabase.CredentialsUpdate;
import dev.atoll.api.v1alpha1.servicedatabase.DatabaseEndpoint;
import dev.atoll.api.v1alpha1.servicedatabase.DeletionPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.Initialization;
import dev.atoll.api.v1alpha1.servicedatabase.InitializationScripts;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseSpec;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseInitialization;
import dev.atoll.operator.engine.DatabaseLogin;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.engine.StoredData;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.ComputeResources;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.meta.Schedule;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the children of a ServiceDatabase are built from, complete and with every default filled in.
 *
 * @param identity name, namespace, application and owner
 * @param service name of the service that may connect
 * @param isMigrated whether the service has Jobs that migrate its data
 * @param engine makes the credentials' form
 * @param settings what is wanted of the server
 * @param server how it is run
 * @param volume where the data is
 * @param pod what surrounds the server
 * @param secretName the Secret with the credentials
 * @param administratorSecretName the Secret with those of the administrator, where the engine has one
 * @param endpoint where it is reached
 * @param keepsData whether volume and credentials outlive the resource
 * @param isSuspended whether the server is to be stopped
 * @param backups when they are taken; empty for never
 * @param initialization how the data gets what it is to begin with, while it is without; nobody else can reach the server then
 * @param archive how it archives everything that it writes; empty where it does not
 * @param rotation how the credentials are exchanged; empty where the server has nobody who could
 * @param ownPassword where the owner's password comes from; empty where it is made up
 */
public record ServiceDatabaseModel(
        Identity identity,
        String service,
        boolean isMigrated,
        DatabaseEngine engine,
        DatabaseSettings settings,
        DatabaseServer server,
        Volume volume,
        PodModel pod,
        String secretName,
        String administratorSecretName,
        DatabaseEndpoint endpoint,
        boolean keepsData,
        boolean isSuspended,
        Optional<BackupPlan> backups,
        Optional<InitializationPlan> initialization,
        Optional<ArchivePlan> archive,
        Optional<RotationPlan> rotation,
        Optional<OwnPassword> ownPassword)
        implements DatabaseModel {

    /** Completes the spec with defaults and with what was observed. Checks nothing. */
    static ServiceDatabaseModel from(ServiceDatabaseObserved observed, DatabaseEngine engine, BackupTool tool) {
        var resource = observed.resource();
        var spec = resource.getSpec();
        var settings = settings(observed);
        var archive = ArchivePlan.from(observed, engine, settings, tool);
        return new ServiceDatabaseModel(
                observed.identity(),
                spec.service(),
                observed.owner()
                        .filter(owner -> owner.getSpec().migration() != null)
                        .isPresent(),
                engine,
                settings,
                engine.server(
                        archive.map(plan -> settings.with(plan.parameters())).orElse(settings)),
                Volume.from(observed),
                PodModel.from(spec),
                Names.bindingSecret(resource.getMetadata().getName()),
                Names.administratorSecret(resource.getMetadata().getName()),
                endpoint(resource, engine),
                spec.deletionPolicy() != DeletionPolicy.Delete,
                spec.suspend(),
                BackupPlan.from(spec),
                InitializationPlan.from(observed, engine, settings),
                archive,
                RotationPlan.from(resource, engine, settings),
                OwnPassword.of(observed));
    }

    /** What is wanted of the server. */
    static DatabaseSettings settings(ServiceDatabaseObserved observed) {
        // Also while the claim is being deleted: a restart of the pod would let it go.
        return DatabaseSettings.of(observed.resource().getSpec(), observed.claim());
    }

    /** Where the database is reached. */
    static DatabaseEndpoint endpoint(ServiceDatabase resource, DatabaseEngine engine) {
        return new DatabaseEndpoint(
                Names.host(
                        resource.getMetadata().getName(), resource.getMetadata().getNamespace()),
                engine.port().number(),
                DatabaseSettings.database(resource.getSpec()));
    }

    /** Whether the server has an administrator beside the owner's user. */
    public boolean hasAdministrator() {
        return !server.administratorFiles().isEmpty();
    }

    /** What its credentials are made from, where somebody else writes that and it can be used. */
    public Optional<String> madeFrom() {
        return ownPassword.flatMap(OwnPassword::version);
    }

    /** What the volume's claim says about the data. */
    public Map<String, String> dataAnnotations() {
        return StoredData.of(engine, settings).annotations();
    }

    /** Whether nobody but Atoll may reach the server yet. */
    public boolean isClosed() {
        return initialization.isPresent();
    }

    /**
     * When backups are taken.
     *
     * @param retention how long they are kept
     * @param drill when it is tried whether they can be restored; empty for never
     */
    public record BackupPlan(Schedule schedule, Retention retention, Optional<DrillPlan> drill) {

        /** Nothing for a spec without backups, or with a schedule that is none. */
        static Optional<BackupPlan> from(ServiceDatabaseSpec spec) {
            return Optional.ofNullable(spec.backup())
                    .flatMap(backup -> Schedule.parse(backup.schedule())
                            .map(schedule -> new BackupPlan(schedule, Retention.of(backup), DrillPlan.from(backup))));
        }
    }

    /**
     * When it is tried whether backups can be restored.
     *
     * @param query what is asked of what they have; empty for nothing
     */
    public record DrillPlan(Schedule schedule, Optional<String> query) {

        private static Optional<DrillPlan> from(Backup backup) {
            return Optional.ofNullable(backup.drill())
                    .flatMap(drill -> Schedule.parse(drill.schedule())
                            .map(schedule -> new DrillPlan(schedule, Optional.ofNullable(drill.query()))));
        }
    }

    /**
     * How the data gets what it is to begin with.
     *
     * @param how it is done in the server
     * @param revision what tells it from any other
     * @param configMap the ConfigMap with the owner's scripts; empty for none
     */
    public record InitializationPlan(DatabaseInitialization how, String revision, Optional<String> configMap) {
        /** Of what the spec wants no longer, nothing is made; but what was begun is done away with all the same. */
        private static final Initialization NOTHING = new Initialization(List.of(), List.of(), null);

        private static Optional<InitializationPlan> from(
                ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings) {
            if (!observed.initialization().isPending()) {
                return Optional.empty();
            }
            var metadata = observed.resource().getMetadata();
            var wanted =
                    Objects.requireNonNullElse(observed.resource().getSpec().initialization(), NOTHING);
            var configMap = Optional.ofNullable(wanted.scripts()).map(InitializationScripts::configMapName);
            return engine.initialization(settings, wanted, Names.podHost(metadata.getName(), metadata.getNamespace()))
                    .map(how -> new InitializationPlan(how, revision(observed, wanted, configMap), configMap));
        }

        private static String revision(
                ServiceDatabaseObserved observed, Initialization wanted, Optional<String> configMap) {
            return Stream.of(
                            wanted.extensions().stream().map(name -> "extension " + name),
                            wanted.schemas().stream().map(name -> "schema " + name),
                            configMap.stream().flatMap(observed.initialization()::checksums))
                    .flatMap(parts -> parts)
                    .collect(Collectors.joining("\n"));
        }
    }

    /**
     * How the credentials are exchanged.
     *
     * @param schedule when; empty for on demand only
     * @param overlap how long both users work
     * @param update how the owner's pods get the new ones
     * @param login how it is done in the server
     */
    public record RotationPlan(
            Optional<Schedule> schedule, Duration overlap, CredentialsUpdate update, DatabaseLogin login) {

        private static Optional<RotationPlan> from(
                ServiceDatabase resource, DatabaseEngine engine, DatabaseSettings settings) {
            var wanted = resource.getSpec().credentials();
            return engine.login(settings, endpoint(resource, engine).host())
                    .map(login -> new RotationPlan(
                            Optional.ofNullable(wanted.rotation()).flatMap(Schedule::parse),
                            Duration.ofSeconds(Durations.seconds(wanted.overlap())),
                            wanted.update(),
                            login));
        }
    }

    /**
     * The volume with the data.
     *
     * @param claimName its claim
     * @param size the size that the claim is to ask for now
     * @param storageClassName null for the cluster's default
     * @param inUseSince since when, where a restore has made it
     * @param templates the claim templates that the StatefulSet was created with, which cannot change; empty before
     */
    public record Volume(
            String claimName,
            Quantity size,
            @Nullable String storageClassName,
            List<PersistentVolumeClaim> templates,
            Optional<String> inUseSince) {

        static Volume from(ServiceDatabaseObserved observed) {
            var storage = DatabaseSettings.storage(observed.resource().getSpec());
            return new Volume(
                    observed.data().name(),
                    observed.ownClaim()
                            .map(claim -> Volumes.wanted(claim, storage.size()))
                            .orElse(storage.size()),
                    storage.storageClassName(),
                    observed.statefulSet()
                            .map(set -> set.getSpec().getVolumeClaimTemplates())
                            .orElse(List.of()),
                    observed.claim()
                            .flatMap(claim -> Annotations.get(claim, Annotations.IN_USE_SINCE))
                            .or(() -> observed.statefulSet()
                                    .flatMap(set -> Annotations.get(set, Annotations.IN_USE_SINCE))));
        }
    }

    /**
     * What surrounds the server.
     *
     * @param resources requests filled in where the spec has none
     * @param template partial pod template that is merged last; null for none
     */
    public record PodModel(
            @Nullable String imagePullPolicy,
            List<String> imagePullSecrets,
            Resources resources,
            Scheduling scheduling,
            @Nullable JsonNode template) {

        static PodModel from(ServiceDatabaseSpec spec) {
            return new PodModel(
                    spec.imagePullPolicy() == null
                            ? null
                            : spec.imagePullPolicy().name(),
                    spec.imagePullSecrets().stream().map(LocalReference::name).toList(),
                    ComputeResources.of(spec.resources()),
                    spec.scheduling(),
                    spec.podTemplate());
        }
    }
}
