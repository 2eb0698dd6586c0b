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
    private final ContentKey key;

    public BackupReader(BackupStore store, Exchange exchange, ContentKey key) {
        this.store = store;
        this.exchange = exchange;
        this.key = key;
    }

    /**
     * Sends a backup through the pipe, and waits until the other container has done its work with it.
     *
     * @param folder where it is
     * @param problem why it cannot be used, judged by its record before anything is read
     * @param sequel what the other container needs besides
     * @return its record, with what the other container has to say of it
     * @throws IOException when it is not there, cannot be used, or is not what was kept; the other container knows
     */
    public BackupRecord read(String folder, Function<BackupRecord, Optional<String>> problem, Sequel sequel)
            throws IOException {
        boolean isAwaited = false;
        try {
            var record = store.read(folder + "/" + BackupRecord.FILE)
                    .flatMap(BackupRecord::parse)
                    .orElseThrow(() ->
                            new IOException("there is no whole backup in %s, which would have a %s; correct the folder"
                                    .formatted(folder, BackupRecord.FILE)));
            var found = problem.apply(record).or(() -> problemOfKey(record));
            if (found.isPresent()) {
                throw new IOException(found.get());
            }
            sequel.prepare(folder, record);
            exchange.describe(record.owner(), record.roles());
            isAwaited = true;
            send(folder, record);
            sequel.serve(exchange);
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

    /** What the other container needs besides the backup itself. */
    public interface Sequel {
        /** For a backup that is all there is. */
        Sequel NOTHING = new Sequel() {
            @Override
            public void prepare(String folder, BackupRecord record) {
                // There is nothing to look for.
            }

            @Override
            public void serve(Exchange exchange) throws IOException {
                exchange.awaitDone();
            }
        };

        /**
         * Looks whether it is there, before anything is read.
         *
         * @throws IOException when it is not
         */
        void prepare(String folder, BackupRecord record) throws IOException;

        /** Gives it, until the other container has done its work. */
        void serve(Exchange exchange) throws IOException;
    }

    /** One that is not encrypted though it should be may be somebody else's. */
    private Optional<String> problemOfKey(BackupRecord record) {
        if (record.encryption() == null) {
            return key.name()
                    .map(
                            name ->
                                    "it is not encrypted, and its destination says that it is; remove encryption from the destination, if you trust it");
        }
        return key.name().equals(Optional.of(record.encryption()))
                ? Optional.empty()
                : Optional.of("it is encrypted (%s); name the Secret with the key in encryption of the destination"
                        .formatted(record.encryption()));
    }

    private void send(String folder, BackupRecord record) throws IOException {
        var tally = new Tally();
        try (var content = key.decrypting(tally.from(store.open(folder + "/" + BackupRecord.DATA)));
                var target = exchange.target()) {
            content.transferTo(target);
        }
        var checksum = tally.checksum();
        if (!checksum.equals(record.checksum()) || tally.size() != record.sizeBytes()) {
            throw new IOException(
                    "the backup in %s is damaged: it has %d bytes and checksum %s, and its record says %d and %s; use another one"
                            .formatted(folder, tally.size(), checksum, record.sizeBytes(), record.checksum()));
        }
        exchange.verified();
    }
}
