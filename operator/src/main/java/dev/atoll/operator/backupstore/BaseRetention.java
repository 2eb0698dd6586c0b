// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.BaseStart;
import dev.atoll.operator.meta.Retention;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes the base backups that a schedule no longer keeps, of all histories of a database, and of the servers' logs exactly what no
 * base backup needs that is left: anybody's, also one that somebody took on demand.
 */
public final class BaseRetention {
    /** So long is the name of a segment, with which that of a file about it begins. */
    private static final int SEGMENT = 24;

    private final BackupStore store;

    public BaseRetention(BackupStore store) {
        this.store = store;
    }

    /**
     * Keeps the newest base backups of one schedule, and returns the folders of those that it has deleted.
     *
     * @param folder the folder of the newest one, which is whole
     * @param newest its record
     * @param inUse folders of those that are being read
     */
    public List<String> apply(String folder, BackupRecord newest, Retention retention, Collection<String> inUse)
            throws IOException {
        var found = found(ArchivePlace.allOf(folder));
        var expired = retention
                .expired(
                        found.stream().filter(base -> base.isOfTheSame(newest)).toList(),
                        base -> Instant.parse(base.record().completed()))
                .stream()
                .filter(base -> !base.folder().equals(folder) && !inUse.contains(base.folder()))
                .toList();
        for (var base : expired) {
            // The record first: what is left after a crash is no backup.
            store.delete(base.folder() + "/" + BackupRecord.FILE);
        }
        found.removeAll(expired);
        var histories = new HashSet<String>();
        Stream.concat(Stream.of(folder), expired.stream().map(Found::folder))
                .map(ArchivePlace::historyOf)
                .forEach(histories::add);
        for (var history : histories) {
            prune(history, found, expired);
        }
        for (var base : expired) {
            store.delete(base.folder() + "/" + BackupRecord.DATA);
        }
        return expired.stream().map(Found::folder).toList();
    }

    private List<Found> found(String all) throws IOException {
        var found = new ArrayList<Found>();
        for (var claim : store.folders(all)) {
            var bases = ArchivePlace.bases(all + "/" + claim);
            for (var name : store.folders(bases)) {
                store.read(bases + "/" + name + "/" + BackupRecord.FILE)
                        .flatMap(BackupRecord::parse)
                        .filter(record -> record.base() != null)
                        .ifPresent(record -> found.add(new Found(bases + "/" + name, record)));
            }
        }
        found.sort(Comparator.comparing((Found base) -> base.record().completed())
                .thenComparing(Found::folder)
                .reversed());
        return found;
    }

    /** A log that no base backup has been taken for yet is left alone. */
    private void prune(String history, List<Found> left, List<Found> expired) throws IOException {
        for (var server : store.folders(ArchivePlace.logs(history))) {
            var first = starts(history, server, left).min(Comparator.naturalOrder());
            if (first.isPresent() || starts(history, server, expired).findAny().isPresent()) {
                delete(new WalArchive(store, ArchivePlace.log(history, server), ContentKey.none()), first);
            }
        }
    }

    private static void delete(WalArchive archive, Optional<String> first) throws IOException {
        for (var name : archive.names()) {
            if (first.isEmpty() || (isOfSegment(name) && name.compareTo(first.get()) < 0)) {
                archive.delete(name);
            }
        }
    }

    /** Not the history of a timeline, whose name says nothing about when it was written. */
    private static boolean isOfSegment(String name) {
        return name.length() >= SEGMENT && WalSegment.isOne(name.substring(0, SEGMENT));
    }

    private static Stream<String> starts(String history, String server, List<Found> bases) {
        return bases.stream()
                .filter(base -> ArchivePlace.historyOf(base.folder()).equals(history))
                .map(base -> Objects.requireNonNull(base.record().base()))
                .filter(start -> start.server().equals(server))
                .map(BaseStart::segment);
    }

    private record Found(String folder, BackupRecord record) {
        private boolean isOfTheSame(BackupRecord newest) {
            return record.scheduled() && newest.databaseUid().equals(record.databaseUid());
        }
    }
}
