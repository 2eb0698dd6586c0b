// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.BackupRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Brings one backup back: it tells what it is, hands it over, and says whether it was what was kept. */
public final class BackupReader {
    private final BackupStore store;
    private final Exchange exchange;

    public BackupReader(BackupStore store, Exchange exchange) {
        this.store = store;
        this.exchange = exchange;
    }

    /**
     * Sends a backup through the pipe, and waits until the other container has done its work with it.
     *
     * @param folder where it is
     * @param problem why it cannot be used, judged by its record before anything is read
     * @return its record, with what the other container has to say of it
     * @throws IOException when it is not there, cannot be used, or is not what was kept; the other container knows
     */
    public BackupRecord read(String folder, Function<BackupRecord, Optional<String>> problem) throws IOException {
        boolean isAwaited = false;
        try {
            var record = store.read(folder + "/" + BackupRecord.FILE)
                    .flatMap(BackupRecord::parse)
                    .orElseThrow(() ->
                            new IOException("there is no whole backup in %s, which would have a %s; correct the folder"
                                    .formatted(folder, BackupRecord.FILE)));
            var found = problem.apply(record);
            if (found.isPresent()) {
                throw new IOException(found.get());
            }
            exchange.describe(record.owner(), record.roles());
            isAwaited = true;
            send(folder, record);
            exchange.awaitDone();
            return record.with(exchange.remark());
        } catch (IOException e) {
            fail(e, isAwaited);
            throw e;
        }
    }

    /** Before the other container knows what it will read, it does not come to the pipe. */
    private void fail(IOException cause, boolean isAwaited) {
        try {
            if (isAwaited) {
                exchange.leaveReader();
            }
            exchange.failed();
        } catch (IOException after) {
            cause.addSuppressed(after);
        }
    }

    private void send(String folder, BackupRecord record) throws IOException {
        var digest = Sha256.digest();
        long size;
        try (var content = store.open(folder + "/" + BackupRecord.DATA);
                var target = exchange.target()) {
            size = Sha256.through(digest, target, content);
        }
        var checksum = Sha256.text(digest);
        if (!checksum.equals(record.checksum()) || size != record.sizeBytes()) {
            throw new IOException(
                    "the backup in %s is damaged: it has %d bytes and checksum %s, and its record says %d and %s; use another one"
                            .formatted(folder, size, checksum, record.sizeBytes(), record.checksum()));
        }
        exchange.verified();
    }
}
