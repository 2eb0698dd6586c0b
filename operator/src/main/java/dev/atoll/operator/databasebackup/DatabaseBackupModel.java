// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.meta.Retention;
import java.util.List;
import java.util.Optional;

/**
 * What the Job of a DatabaseBackup is built from, complete and with every default filled in.
 *
 * @param identity name, namespace, application and owner
 * @param database the ServiceDatabase, for what its pods may use and where they may run
 * @param engine its engine
 * @param settings what is wanted of its server
 * @param server how its server is run
 * @param transfer how the content is taken out of it
 * @param loginSecret the Secret with what the transfer logs in with
 * @param place where the backup is put
 * @param timeoutSeconds when it is given up
 * @param retention how long backups of the schedule are kept, where it is one of them
 * @param inUse the folders of backups that are being restored, and must not be deleted
 * @param tool the image that keeps backups
 */
public record DatabaseBackupModel(
        Identity identity,
        ServiceDatabase database,
        DatabaseEngine engine,
        DatabaseSettings settings,
        DatabaseServer server,
        DatabaseTransfer transfer,
        String loginSecret,
        BackupPlace place,
        long timeoutSeconds,
        Optional<Retention> retention,
        List<String> inUse,
        BackupTool tool) {
    private static final int UID_DIGITS = 8;

    /** Completes the spec with what was observed. Checks nothing. */
    static DatabaseBackupModel from(
            DatabaseBackupObserved observed,
            ServiceDatabase database,
            DatabaseEngine engine,
            Destination destination,
            BackupTool tool) {
        var settings = DatabaseSettings.of(database.getSpec(), observed.claim());
        var name = database.getMetadata().getName();
        var namespace = database.getMetadata().getNamespace();
        var backups = BackupPlace.ofDatabase(destination, namespace, name);
        var history = isBase(observed) ? Optional.of(claimName(observed)) : Optional.<String>empty();
        return new DatabaseBackupModel(
                identity(observed),
                database,
                engine,
                settings,
                engine.server(settings),
                transfer(engine, settings, Names.host(name, namespace), history),
                engine.administrator(settings).isPresent()
                        ? Names.administratorSecret(name)
                        : Names.bindingSecret(name),
                history.map(claim -> ArchivePlace.base(ArchivePlace.of(backups, claim), folder(observed)))
                        .orElseGet(() -> backups.below(folder(observed))),
                Math.max(1, Durations.seconds(observed.resource().getSpec().timeout())),
                retention(observed, database),
                observed.inUse(),
                tool);
    }

    /** Whether it has the files of the server. */
    static boolean isBase(DatabaseBackupObserved observed) {
        return observed.resource().getSpec().type() == BackupType.Base;
    }

    private static String claimName(DatabaseBackupObserved observed) {
        return observed.claim().orElseThrow().getMetadata().getName();
    }

    private static DatabaseTransfer transfer(
            DatabaseEngine engine, DatabaseSettings settings, String host, Optional<String> history) {
        return history.map(claim -> engine.base(settings, host, claim).orElseThrow())
                .orElseGet(() -> engine.transfer(settings, host));
    }

    /** Who the Job belongs to; it is part of the application that the database's owner is part of. */
    static Identity identity(DatabaseBackupObserved observed) {
        var metadata = observed.resource().getMetadata();
        return new Identity(
                metadata.getNamespace(),
                metadata.getName(),
                observed.owner().flatMap(DatabaseBackupModel::application).orElse(metadata.getNamespace()),
                Identity.BACKUP,
                OwnerRefs.controller(observed.resource()));
    }

    /** Only where the schedule of the very database made it: its rules hold for its own backups alone. */
    private static Optional<Retention> retention(DatabaseBackupObserved observed, ServiceDatabase database) {
        var backup = database.getSpec().backup();
        boolean isScheduled =
                Annotations.get(observed.resource(), Annotations.SCHEDULED_FOR).isPresent();
        return Optional.ofNullable(backup).filter(found -> isScheduled).map(Retention::of);
    }

    private static Optional<String> application(Microservice owner) {
        return Optional.ofNullable(owner.getSpec().application());
    }

    /** With a part of the UID, so that a later resource of the name puts its backup beside that of an earlier one. */
    private static String folder(DatabaseBackupObserved observed) {
        var metadata = observed.resource().getMetadata();
        var uid = Optional.ofNullable(metadata.getUid()).orElse("");
        return metadata.getName() + "-" + uid.substring(0, Math.min(UID_DIGITS, uid.length()));
    }
}
