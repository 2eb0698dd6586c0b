// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.RestoreSource;
import dev.atoll.api.v1alpha1.servicedatabase.Provider;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.engine.EngineVersion;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what keeps a DatabaseRestore from being made and that its schema cannot see, before anything is touched. */
final class DatabaseRestoreChecks {
    private DatabaseRestoreChecks() {}

    /** The model, or why there is none. */
    static Validated<DatabaseRestoreModel> check(DatabaseRestoreObserved observed, BackupTool tool) {
        var database = observed.target().database();
        if (database.isEmpty()) {
            return invalid(List.of(new Violation(
                    Reason.DatabaseNotFound,
                    "spec.database",
                    "ServiceDatabase %s does not exist in this namespace; create it, and this restore fills it"
                            .formatted(observed.resource().getSpec().database()))));
        }
        if (database.get().getSpec().provider() != Provider.Atoll) {
            return invalid(List.of(new Violation(
                    Reason.FeatureNotSupported,
                    "spec.database",
                    "ServiceDatabase %s is of the provider %s, whose server Atoll does not fill; restore it where it lives"
                            .formatted(
                                    database.get().getMetadata().getName(),
                                    database.get().getSpec().provider()))));
        }
        var engine = DatabaseEngines.find(database.get().getSpec().engine())
                .filter(found -> found.problemsOf(DatabaseSettings.of(
                                database.get().getSpec(), observed.target().claim()))
                        .isEmpty());
        if (engine.isEmpty()) {
            return invalid(List.of(new Violation(
                    Reason.DatabaseNotReady,
                    "spec.database",
                    "the spec of ServiceDatabase %s cannot be carried out; correct it first (kubectl describe servicedatabase %1$s)"
                            .formatted(database.get().getMetadata().getName()))));
        }
        // What a Job moves is settled, whatever becomes of the backup's record meanwhile.
        var violations = observed.job().isPresent()
                ? List.<Violation>of()
                : Stream.of(
                                statefulSet(observed),
                                backup(observed, database.get(), engine.get()),
                                PointInTimeChecks.check(observed, database.get(), engine.get()))
                        .flatMap(Optional::stream)
                        .toList();
        return violations.isEmpty()
                ? new Validated.Valid<>(
                        DatabaseRestoreModel.from(observed, database.get(), engine.get(), place(observed), tool),
                        List.of())
                : invalid(violations);
    }

    /** Earlier versions of Atoll left the claim to a template, which cannot be changed. */
    private static Optional<Violation> statefulSet(DatabaseRestoreObserved observed) {
        return Optional.of(observed)
                .filter(restore -> !restore.isDrill())
                .flatMap(restore -> restore.target().statefulSet())
                .filter(set -> DataClaims.nameOf(set).isEmpty())
                .map(set -> new Violation(
                        Reason.FeatureNotSupported,
                        "spec.database",
                        ("StatefulSet %s was made by an earlier version of Atoll and cannot go over to another volume; let it "
                                        + "be made anew, which restarts the database once: kubectl delete statefulset %1$s --cascade=orphan")
                                .formatted(set.getMetadata().getName())));
    }

    private static Optional<Violation> backup(
            DatabaseRestoreObserved observed, ServiceDatabase database, DatabaseEngine engine) {
        var name = observed.resource().getSpec().backup();
        if (name == null) {
            // What is there is judged by the Job, which can read it.
            return Optional.empty();
        }
        if (observed.backup().isEmpty()) {
            return Optional.of(problem(
                    Reason.BackupNotFound,
                    "DatabaseBackup %s does not exist in this namespace; correct the name in another DatabaseRestore, or name its folder in spec.source"
                            .formatted(name)));
        }
        var status = observed.backup().get().getStatus();
        if (status == null || status.folder() == null) {
            return Optional.of(problem(
                    Reason.BackupNotFound,
                    "DatabaseBackup %s is not taken (yet); wait for it, or name another one".formatted(name)));
        }
        if (status.engine() != database.getSpec().engine()) {
            return Optional.of(problem(
                    Reason.Conflict,
                    "DatabaseBackup %s is of %s, and ServiceDatabase %s is %s; name a backup of the same engine"
                            .formatted(
                                    name,
                                    status.engine(),
                                    database.getMetadata().getName(),
                                    database.getSpec().engine())));
        }
        return Optional.ofNullable(status.version())
                .flatMap(EngineVersion::parse)
                .flatMap(from -> problem(
                        observed,
                        engine,
                        from,
                        EngineVersion.parse(DatabaseSettings.version(database.getSpec()))
                                .orElseThrow()))
                .map(text -> problem(Reason.Conflict, "DatabaseBackup %s: %s".formatted(name, text)));
    }

    private static Optional<String> problem(
            DatabaseRestoreObserved observed, DatabaseEngine engine, EngineVersion from, EngineVersion to) {
        return observed.isOfBase() ? engine.problemOfBase(from, to) : engine.problemOfLoad(from, to);
    }

    private static BackupPlace place(DatabaseRestoreObserved observed) {
        return observed.job()
                .flatMap(BackupPlace::of)
                .or(() -> Optional.ofNullable(observed.resource().getSpec().source())
                        .map(DatabaseRestoreChecks::place))
                .orElseGet(() -> place(observed.backup().orElseThrow()));
    }

    private static BackupPlace place(RestoreSource source) {
        return new BackupPlace(source.destination(), source.folder());
    }

    private static BackupPlace place(DatabaseBackup backup) {
        var status = backup.getStatus();
        return new BackupPlace(Objects.requireNonNull(status.destination()), Objects.requireNonNull(status.folder()));
    }

    private static Violation problem(Reason reason, String text) {
        return new Violation(reason, "spec.backup", text);
    }

    private static Validated<DatabaseRestoreModel> invalid(List<Violation> violations) {
        return new Validated.Invalid<>(violations);
    }
}
