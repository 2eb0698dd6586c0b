// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databasebackup.BackupType;
import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The base backups of a database, and which of them a point in time leads to. */
final class BaseBackups {
    private BaseBackups() {}

    /** Those that are taken. */
    static List<DatabaseBackup> of(Stream<DatabaseBackup> all, String database) {
        return all.filter(backup -> database.equals(backup.getSpec().database()))
                .filter(BaseBackups::isBase)
                .filter(backup ->
                        backup.getStatus() != null && backup.getStatus().folder() != null)
                .toList();
    }

    /** Whether a backup is one. */
    static boolean isBase(DatabaseBackup backup) {
        return backup.getSpec().type() == BackupType.Base;
    }

    /** The name of the last one before the point in time of a restore that names none; once it is written down, that one. */
    static Optional<String> chosen(DatabaseRestore resource, List<DatabaseBackup> bases) {
        var spec = resource.getSpec();
        var wanted = spec.pointInTime();
        if (spec.source() != null || wanted == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(resource.getStatus())
                .flatMap(status -> Optional.ofNullable(status.backup()))
                .or(() -> time(wanted)
                        .flatMap(time -> bases.stream()
                                .filter(base -> !end(base).isAfter(time))
                                .max(Comparator.comparing(BaseBackups::end))
                                .map(base -> base.getMetadata().getName())));
    }

    /** From when on a base backup leads to any time. */
    static Instant end(DatabaseBackup base) {
        return Instant.parse(base.getStatus().completionTime());
    }

    /** The first time that can be had. */
    static Optional<Instant> first(List<DatabaseBackup> bases) {
        return bases.stream().map(BaseBackups::end).min(Comparator.naturalOrder());
    }

    /** A time as a spec has it; nothing for one that there is not, such as the 30th of February. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
