// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.time.Instant;
import java.util.Optional;

/** Finds what keeps a point in time from being reached, as far as the cluster's own objects tell; the archive is read by the Job. */
final class PointInTimeChecks {
    private static final String FIELD = "spec.pointInTime";

    private PointInTimeChecks() {}

    static Optional<Violation> check(
            DatabaseRestoreObserved observed, ServiceDatabase database, DatabaseEngine engine) {
        var text = observed.resource().getSpec().pointInTime();
        if (text == null) {
            return Optional.empty();
        }
        if (!isPossible(observed, database, engine)) {
            return problem(
                    Reason.FeatureNotSupported,
                    "cannot be done with ServiceDatabase %s, which has no administrator who copies files; restore a dump"
                            .formatted(database.getMetadata().getName()));
        }
        return BaseBackups.time(text)
                .map(time -> check(observed, database, time))
                .orElseGet(() -> problem(
                        Reason.Invalid,
                        "is %s, which is no time; correct it in another DatabaseRestore".formatted(text)));
    }

    /** Whether the engine has base backups, and this database one who takes them. */
    static boolean isPossible(DatabaseRestoreObserved observed, ServiceDatabase database, DatabaseEngine engine) {
        return engine.base(
                        DatabaseSettings.of(
                                database.getSpec(), observed.target().claim()),
                        "",
                        "")
                .isPresent();
    }

    private static Optional<Violation> check(DatabaseRestoreObserved observed, ServiceDatabase database, Instant time) {
        var created = observed.resource().getMetadata().getCreationTimestamp();
        if (created != null && time.isAfter(Instant.parse(created))) {
            return problem(
                    Reason.Invalid,
                    "is %s, and it is only %s; name a time that has been%s".formatted(time, created, range(observed)));
        }
        if (observed.resource().getSpec().source() != null) {
            return Optional.empty();
        }
        if (observed.backup().isEmpty()) {
            return observed.resource().getSpec().backup() == null
                    ? problem(
                            Reason.BackupNotFound,
                            "is %s, and no base backup of ServiceDatabase %s had ended by then%s"
                                    .formatted(time, database.getMetadata().getName(), range(observed)))
                    : Optional.empty();
        }
        var backup = observed.backup().get();
        if (!BaseBackups.isBase(backup)) {
            return problem(
                    Reason.Conflict,
                    "is set, and DatabaseBackup %s is a dump, from which no other time can be reached; name a base backup, or none"
                            .formatted(backup.getMetadata().getName()));
        }
        return Optional.of(backup)
                .filter(base -> base.getStatus() != null && base.getStatus().completionTime() != null)
                .filter(base -> BaseBackups.end(base).isAfter(time))
                .flatMap(base -> problem(
                        Reason.Conflict,
                        "is %s, and DatabaseBackup %s ended at %s only; name a later time, or an earlier base backup"
                                .formatted(time, base.getMetadata().getName(), BaseBackups.end(base))));
    }

    private static String range(DatabaseRestoreObserved observed) {
        return BaseBackups.first(observed.bases())
                .map("; the first time that can be had is %s, and the last one about the present"::formatted)
                .orElse("; there is none at all: take a DatabaseBackup of type Base for the future, or restore a dump");
    }

    private static Optional<Violation> problem(Reason reason, String text) {
        return Optional.of(new Violation(reason, FIELD, text));
    }
}
