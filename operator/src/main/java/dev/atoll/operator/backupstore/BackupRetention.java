// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.Retention;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Deletes what a schedule no longer keeps. It judges by the records beside the backups and
 * by the UID of the database in them, so that of two clusters that share a folder neither touches what is the other's.
 */
public final class BackupRetention {
    private final BackupStore store;

    public BackupRetention(BackupStore store) {
        this.store = store;
    }

    /**
     * Keeps the newest backups of one schedule, and returns the folders of those that it has deleted.
     *
     * @param folder the folder of the newest one, which is whole
     * @param newest its record
     * @param inUse folders of those that are being read
     */
    public List<String> apply(String folder, BackupRecord newest, Retention retention, Collection<String> inUse)
            throws IOException {
        var parent = folder.substring(0, folder.lastIndexOf('/'));
        var found = new ArrayList<Found>();
        for (var name : store.folders(parent)) {
            store.read(parent + "/" + name + "/" + BackupRecord.FILE)
                    .flatMap(BackupRecord::parse)
                    .filter(record -> isOfTheSame(record, newest))
                    .ifPresent(record -> found.add(new Found(parent + "/" + name, record)));
        }
        found.sort(Comparator.comparing((Found backup) -> backup.record().completed())
                .thenComparing(Found::folder)
                .reversed());
        var expired = retention
                .expired(found, backup -> Instant.parse(backup.record().completed()))
                .stream()
                .map(Found::folder)
                .filter(name -> !name.equals(folder) && !inUse.contains(name))
                .toList();
        for (var name : expired) {
            // The record first: what is left after a crash is no backup.
            store.delete(name + "/" + BackupRecord.FILE);
            store.delete(name + "/" + BackupRecord.DATA);
        }
        return expired;
    }

    private static boolean isOfTheSame(BackupRecord record, BackupRecord newest) {
        return record.scheduled() && newest.databaseUid().equals(record.databaseUid());
    }

    private record Found(String folder, BackupRecord record) {}
}
