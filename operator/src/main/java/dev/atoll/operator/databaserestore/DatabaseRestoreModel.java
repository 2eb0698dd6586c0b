// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databaserestore.RestoreMode;
import dev.atoll.api.v1alpha1.servicedatabase.Backup;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.StoredData;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the children of a DatabaseRestore are built from, complete and with every default filled in.
 *
 * @param identity name, namespace, application and owner
 * @param database the ServiceDatabase that is restored into
 * @param engine its engine
 * @param settings what is wanted of its server
 * @param server how its server is run
 * @param transfer how content comes into a new server
 * @param loginSecret the Secret with what the transfer logs in with
 * @param place where the backup is
 * @param base how far it goes on from a base backup; empty for a dump
 * @param volume the volume that gets the content
 * @param mode whether the database is to go over to it
 * @param query what is asked of it in a drill; null for nothing
 * @param timeoutSeconds when it is given up
 * @param tool the program that brings the backup
 */
public record DatabaseRestoreModel(
        Identity identity,
        ServiceDatabase database,
        DatabaseEngine engine,
        DatabaseSettings settings,
        DatabaseServer server,
        DatabaseTransfer transfer,
        String loginSecret,
        BackupPlace place,
        Optional<BasePlan> base,
        Volume volume,
        RestoreMode mode,
        @Nullable String query,
        long timeoutSeconds,
        BackupTool tool) {

    /** Completes the spec with what was observed. Checks nothing. */
    static DatabaseRestoreModel from(
            DatabaseRestoreObserved observed,
            ServiceDatabase database,
            DatabaseEngine engine,
            BackupPlace place,
            BackupTool tool) {
        // As the data is that there is, so that the credentials stay those that there are.
        var settings = DatabaseSettings.of(database.getSpec(), observed.target().claim());
        var name = database.getMetadata().getName();
        var base = BasePlan.from(observed, database);
        return new DatabaseRestoreModel(
                identity(observed),
                database,
                engine,
                settings,
                engine.server(settings),
                transfer(
                        engine,
                        settings,
                        Names.host(name, database.getMetadata().getNamespace()),
                        base),
                engine.administrator(settings).isPresent()
                        ? Names.administratorSecret(name)
                        : Names.bindingSecret(name),
                place,
                base,
                Volume.from(observed, database),
                observed.resource().getSpec().mode(),
                observed.resource().getSpec().query(),
                Math.max(1, Durations.seconds(observed.resource().getSpec().timeout())),
                tool);
    }

    /** One whose Job is made may have lost its backup, and is built no more. */
    private static DatabaseTransfer transfer(
            DatabaseEngine engine, DatabaseSettings settings, String host, Optional<BasePlan> base) {
        return base.flatMap(plan -> engine.base(settings, host, "")).orElseGet(() -> engine.transfer(settings, host));
    }

    /** Who the children belong to; they are part of the application that the database's owner is part of. */
    static Identity identity(DatabaseRestoreObserved observed) {
        var metadata = observed.resource().getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                observed.target()
                        .owner()
                        .flatMap(owner -> Optional.ofNullable(owner.getSpec().application()))
                        .orElse(metadata.getNamespace()),
                Identity.RESTORE,
                OwnerRefs.controller(observed.resource()));
    }

    /** What the volume's claim says about the data. */
    public Map<String, String> dataAnnotations() {
        return StoredData.of(engine, settings).annotations();
    }

    /**
     * How far a restore goes on from a base backup.
     *
     * @param time up to when; empty for the end of the base backup
     * @param patienceSeconds how long to wait until what was written last is archived
     */
    public record BasePlan(Optional<Instant> time, long patienceSeconds) {
        /** For a server that answers late, and an archive that is asked every now and then. */
        private static final long MARGIN_SECONDS = 60;

        private static Optional<BasePlan> from(DatabaseRestoreObserved observed, ServiceDatabase database) {
            var archived = Optional.ofNullable(database.getSpec().backup()).map(Backup::pointInTime);
            return observed.isOfBase()
                    ? Optional.of(new BasePlan(
                            Optional.ofNullable(observed.resource().getSpec().pointInTime())
                                    .flatMap(BaseBackups::time),
                            archived.map(wanted -> 2 * Durations.seconds(wanted.archiveTimeout()))
                                            .orElse(0L)
                                    + MARGIN_SECONDS))
                    : Optional.empty();
        }
    }

    /**
     * The volume that gets the content.
     *
     * @param claimName its claim
     * @param size as large as the one that is in use
     * @param storageClassName null for the cluster's default
     */
    public record Volume(
            String claimName, Quantity size, @Nullable String storageClassName) {

        static Volume from(DatabaseRestoreObserved observed, ServiceDatabase database) {
            var storage = DatabaseSettings.storage(database.getSpec());
            var present = observed.target().claim().map(Volume::requested);
            return new Volume(
                    Names.restoredClaim(
                            database.getMetadata().getName(),
                            observed.resource().getMetadata().getUid()),
                    present.filter(size -> isMore(size, storage.size())).orElse(storage.size()),
                    storage.storageClassName());
        }

        private static Quantity requested(PersistentVolumeClaim claim) {
            return claim.getSpec().getResources().getRequests().getOrDefault("storage", new Quantity("0"));
        }

        private static boolean isMore(Quantity one, Quantity other) {
            return one.getNumericalAmount().compareTo(other.getNumericalAmount()) > 0;
        }
    }
}
