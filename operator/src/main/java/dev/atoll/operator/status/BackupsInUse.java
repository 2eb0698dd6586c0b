// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The backups that DatabaseRestores are reading, or are going to. Nobody may delete them meanwhile, whatever a schedule keeps.
 *
 * @param names the DatabaseBackups
 * @param folders where they are
 */
public record BackupsInUse(List<String> names, List<String> folders) {
    public BackupsInUse {
        names = List.copyOf(names);
        folders = List.copyOf(folders);
    }

    /**
     * Those of a namespace.
     *
     * @param backups the DatabaseBackups of a name
     */
    public static BackupsInUse of(Stream<DatabaseRestore> restores, Function<String, Stream<DatabaseBackup>> backups) {
        var atWork = restores.filter(BackupsInUse::isAtWork)
                .map(DatabaseRestore::getSpec)
                .toList();
        var names = atWork.stream()
                .flatMap(spec -> Stream.ofNullable(spec.backup()))
                .toList();
        var folders = Stream.concat(
                names.stream()
                        .flatMap(backups)
                        .filter(backup -> backup.getStatus() != null)
                        .flatMap(backup -> Stream.ofNullable(backup.getStatus().folder())),
                atWork.stream()
                        .flatMap(spec -> Stream.ofNullable(spec.source()))
                        .map(source -> source.folder()));
        return new BackupsInUse(names, folders.distinct().sorted().toList());
    }

    private static boolean isAtWork(DatabaseRestore restore) {
        return restore.getStatus() == null
                || (restore.getStatus().completionTime() == null && !Conditions.hold(restore, ConditionType.STALLED));
    }
}
