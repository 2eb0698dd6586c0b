// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.engine.EngineVersion;
import dev.atoll.operator.engine.StoredData;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a spec asks of data that is there already, and that cannot be done to it: the data of a running database, or
 * that which an earlier resource of the same name left.
 */
final class DataChecks {
    private DataChecks() {}

    static List<Violation> check(ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings) {
        return observed.ownClaim()
                .map(claim -> Stream.of(
                                engine(claim, engine),
                                version(observed, claim, engine, settings),
                                name(
                                        claim,
                                        "spec.database",
                                        StoredData.of(claim).database(),
                                        settings.database()),
                                name(
                                        claim,
                                        "spec.username",
                                        StoredData.of(claim).username(),
                                        settings.username()),
                                storageClass(claim, observed))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Violation> engine(PersistentVolumeClaim claim, DatabaseEngine engine) {
        return StoredData.of(claim)
                .engine()
                .filter(stored -> !stored.equals(engine.kind().name()))
                .map(stored -> conflict(claim, "spec.engine", engine.kind().name(), stored));
    }

    private static Optional<Violation> version(
            ServiceDatabaseObserved observed,
            PersistentVolumeClaim claim,
            DatabaseEngine engine,
            DatabaseSettings settings) {
        // A server that is still on another volume says nothing of what a restore has put on this one.
        var running = observed.statefulSet()
                .filter(set -> DataClaims.nameOf(set)
                        .map(claim.getMetadata().getName()::equals)
                        .orElse(true))
                .flatMap(set -> Annotations.get(set, Annotations.VERSION))
                .flatMap(EngineVersion::parse);
        return running.or(() -> StoredData.of(claim).version())
                .flatMap(from ->
                        EngineVersion.parse(settings.version()).flatMap(to -> engine.problemOfChange(from, to)));
    }

    private static Optional<Violation> name(
            PersistentVolumeClaim claim, String field, Optional<String> stored, String wanted) {
        return stored.filter(name -> !name.equals(wanted)).map(name -> conflict(claim, field, wanted, name));
    }

    private static Optional<Violation> storageClass(PersistentVolumeClaim claim, ServiceDatabaseObserved observed) {
        var wanted = DatabaseSettings.storage(observed.resource().getSpec()).storageClassName();
        var present = claim.getSpec().getStorageClassName();
        return wanted == null || wanted.equals(present)
                ? Optional.empty()
                : Optional.of(
                        conflict(claim, "spec.storage.storageClassName", wanted, present == null ? "none" : present));
    }

    private static Violation conflict(PersistentVolumeClaim claim, String field, String wanted, String present) {
        return new Violation(
                Reason.Conflict,
                field,
                "is %s, and that of the data on PersistentVolumeClaim %s is %s; set it so, or use another name for the ServiceDatabase"
                        .formatted(wanted, claim.getMetadata().getName(), present));
    }
}
