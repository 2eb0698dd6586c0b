// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.servicedatabase.Backup;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import dev.atoll.api.v1alpha1.servicedatabase.Provider;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;

/** Finds what keeps a DatabaseBackup from being taken and that its schema cannot see. */
final class DatabaseBackupChecks {
    private DatabaseBackupChecks() {}

    /** The model, or why there is none. */
    static Validated<DatabaseBackupModel> check(DatabaseBackupObserved observed, BackupTool tool) {
        if (observed.database().isEmpty()) {
            return invalid(
                    Reason.DatabaseNotFound,
                    "spec.database",
                    "ServiceDatabase %s does not exist in this namespace; create it, or correct the name in another DatabaseBackup"
                            .formatted(observed.resource().getSpec().database()));
        }
        var database = observed.database().get();
        if (database.getSpec().provider() != Provider.Atoll) {
            return invalid(
                    Reason.FeatureNotSupported,
                    "spec.database",
                    "ServiceDatabase %s is of the provider %s, whose server Atoll does not run; back it up where it lives"
                            .formatted(
                                    database.getMetadata().getName(),
                                    database.getSpec().provider()));
        }
        if (database.getSpec().suspend() && observed.job().isEmpty()) {
            return invalid(
                    Reason.DatabaseNotReady,
                    "spec.database",
                    "ServiceDatabase %s is stopped, and nobody can read it; set its spec.suspend to false, and the backup is taken"
                            .formatted(database.getMetadata().getName()));
        }
        if (DatabaseBackupModel.isBase(observed) && !isArchived(observed, database)) {
            return invalid(
                    Reason.FeatureNotSupported,
                    "spec.type",
                    ("is Base, and ServiceDatabase %s does not archive what its server writes; set its spec.backup.pointInTime, "
                                    + "or take a Dump")
                            .formatted(database.getMetadata().getName()));
        }
        return destination(observed, database)
                .map(destination -> check(observed, database, destination, tool))
                .orElseGet(() -> invalid(
                        Reason.Invalid,
                        "spec.destination",
                        "is missing, and ServiceDatabase %s has no spec.backup that names one; set either"
                                .formatted(database.getMetadata().getName())));
    }

    private static Validated<DatabaseBackupModel> check(
            DatabaseBackupObserved observed, ServiceDatabase database, Destination destination, BackupTool tool) {
        var name = database.getMetadata().getName();
        var engine = DatabaseEngines.find(database.getSpec().engine())
                .filter(found -> found.problemsOf(DatabaseSettings.of(database.getSpec(), observed.claim()))
                        .isEmpty())
                .filter(found -> !DatabaseBackupModel.isBase(observed)
                        || found.base(DatabaseSettings.of(database.getSpec(), observed.claim()), "", "")
                                .isPresent());
        return engine.<Validated<DatabaseBackupModel>>map(found -> new Validated.Valid<>(
                        DatabaseBackupModel.from(observed, database, found, destination, tool), List.of()))
                .orElseGet(() -> invalid(
                        Reason.DatabaseNotReady,
                        "spec.database",
                        "the spec of ServiceDatabase %s cannot be carried out; correct it first (kubectl describe servicedatabase %1$s)"
                                .formatted(name)));
    }

    private static boolean isArchived(DatabaseBackupObserved observed, ServiceDatabase database) {
        var backup = database.getSpec().backup();
        return backup != null
                && backup.pointInTime() != null
                && observed.claim().isPresent();
    }

    private static Optional<Destination> destination(DatabaseBackupObserved observed, ServiceDatabase database) {
        return Optional.ofNullable(observed.resource().getSpec().destination())
                .or(() -> Optional.ofNullable(database.getSpec().backup()).map(Backup::destination));
    }

    private static Validated<DatabaseBackupModel> invalid(Reason reason, String field, String problem) {
        return new Validated.Invalid<>(List.of(new Violation(reason, field, problem)));
    }
}
