// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The backups that DatabaseRestores are reading, or are going to. Nobody may delete them meanwhile, whatever a schedule keeps. */
public final class BackupsInUse {
    private BackupsInUse() {}

    /** The names of their DatabaseBackups. */
    public static Set<String> names(List<DatabaseRestore> restores) {
        return atWork(restores)
                .flatMap(restore -> Stream.concat(
                        Stream.ofNullable(restore.getSpec().backup()),
                        Stream.ofNullable(restore.getStatus()).flatMap(status -> Stream.ofNullable(status.backup()))))
                .collect(Collectors.toSet());
    }

    /**
     * The folders that they are in.
     *
     * @param backups finds the DatabaseBackup of a name
     */
    public static List<String> folders(
            List<DatabaseRestore> restores, Function<String, Optional<DatabaseBackup>> backups) {
        var named = names(restores).stream()
                .flatMap(name -> backups.apply(name).stream())
                .filter(backup -> backup.getStatus() != null)
                .flatMap(backup -> Stream.ofNullable(backup.getStatus().folder()));
        var elsewhere = atWork(restores)
                .flatMap(restore -> Stream.ofNullable(restore.getSpec().source()))
                .map(source -> source.folder());
        return Stream.concat(named, elsewhere).distinct().sorted().toList();
    }

    private static Stream<DatabaseRestore> atWork(List<DatabaseRestore> restores) {
        return restores.stream()
                .filter(restore -> restore.getStatus() == null
                        || (restore.getStatus().completionTime() == null
                                && !Conditions.hold(restore, ConditionType.STALLED)));
    }
}
