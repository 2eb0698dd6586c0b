// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.BackupRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Keeps one backup: its content, and then its record, by which it counts as one. */
public final class BackupWriter {
    private final BackupStore store;
    private final Exchange exchange;
    private final ContentKey key;
    private final Clock clock;

    public BackupWriter(BackupStore store, Exchange exchange, ContentKey key, Clock clock) {
        this.store = store;
        this.exchange = exchange;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Keeps what comes through the pipe. A backup that is there already stays as it is: somebody runs the Job of one that
     * was taken a second time.
     *
     * @param folder where it belongs
     * @param subject what is known of it before
     */
    public BackupRecord write(String folder, Subject subject) throws IOException {
        try {
            return writeOnce(folder, subject);
        } catch (IOException e) {
            try {
                exchange.leaveWriter();
            } catch (IOException after) {
                e.addSuppressed(after);
            }
            throw e;
        }
    }

    private BackupRecord writeOnce(String folder, Subject subject) throws IOException {
        var present = store.read(folder + "/" + BackupRecord.FILE).flatMap(BackupRecord::parse);
        if (present.isPresent()) {
            try (var content = exchange.content()) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return present.get();
        }
        var record = keep(folder, subject);
        requireLog(folder, record);
        store.write(folder + "/" + BackupRecord.FILE, record.text());
        return record;
    }

    /** Without the log of its own time, a base backup leads nowhere. */
    private void requireLog(String folder, BackupRecord record) throws IOException {
        var base = record.base();
        if (base == null) {
            return;
        }
        var log = ArchivePlace.log(ArchivePlace.historyOf(folder), base.server());
        if (new WalArchive(store, log, key).record(base.segment()).isEmpty()) {
            throw new IOException("%s, with which the base backup begins, is not in %s (any more); take another one"
                    .formatted(base.segment(), log));
        }
    }

    private BackupRecord keep(String folder, Subject subject) throws IOException {
        var tally = new Tally();
        try (var content = exchange.content();
                var upload = store.begin(folder + "/" + BackupRecord.DATA)) {
            try (var sink = key.encrypting(tally.into(upload.content()))) {
                content.transferTo(sink);
            }
            exchange.requireDone();
            upload.complete();
            return new BackupRecord(
                    subject.backup(),
                    subject.namespace(),
                    subject.database(),
                    subject.databaseUid(),
                    subject.engine(),
                    exchange.version(),
                    subject.owner(),
                    exchange.roles(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    subject.scheduled(),
                    tally.size(),
                    tally.checksum(),
                    key.name().orElse(null),
                    exchange.base().orElse(null),
                    null);
        }
    }

    /**
     * What a backup is of.
     *
     * @param databaseUid UID of the ServiceDatabase
     * @param owner name of the owner's user
     * @param scheduled whether a schedule took it
     */
    public record Subject(
            String backup,
            String namespace,
            String database,
            String databaseUid,
            String engine,
            String owner,
            boolean scheduled) {}
}
