// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.engine.DatabaseArchiving;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.stream.Stream;

/** Finds what keeps a server from archiving what it writes. */
final class ArchiveChecks {
    private static final String FIELD = "spec.backup.pointInTime";

    private ArchiveChecks() {}

    static Stream<Violation> check(ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings) {
        return ArchivePlan.timeout(observed).stream()
                .flatMap(timeout -> engine.archiving(settings, observed.data().name(), timeout)
                        .map(archiving -> parameters(archiving, settings))
                        .orElseGet(() -> Stream.of(unsupported(observed, engine, settings))));
    }

    private static Stream<Violation> parameters(DatabaseArchiving archiving, DatabaseSettings settings) {
        return settings.parameters().keySet().stream()
                .filter(archiving.reserved()::contains)
                .map(name -> new Violation(
                        Reason.Conflict,
                        "spec.parameters." + name,
                        "is set by Atoll, which archives by it; remove it, or %s".formatted(FIELD)));
    }

    private static Violation unsupported(
            ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings) {
        return new Violation(
                Reason.FeatureNotSupported,
                FIELD,
                settings.ownerAdministrates()
                        ? ("cannot be done with the data on PersistentVolumeClaim %s, where the owner's user is the server's "
                                        + "administrator; remove it, or back up and restore into a new ServiceDatabase")
                                .formatted(observed.data().name())
                        : "is not there for %s; remove it, and backups are restored as they were taken"
                                .formatted(engine.kind()));
    }
}
