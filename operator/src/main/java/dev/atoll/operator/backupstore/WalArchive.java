// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What one server has written to its log, file by file: compressed, encrypted where a key is given, with a record each. */
final class WalArchive {
    private static final String DATA = "data";
    private static final String RECORD = "wal.json";

    private final BackupStore store;
    private final String folder;
    private final ContentKey key;

    /**
     * An archive in a folder, which need not be there.
     *
     * @param folder of the store
     */
    WalArchive(BackupStore store, String folder, ContentKey key) {
        this.store = store;
        this.folder = folder;
        this.key = key;
    }

    /**
     * Stores a file durably. One that is stored already stays as it is: a server asks again when it has not heard the answer.
     *
     * @throws IOException also where another content has that name
     */
    WalRecord put(String name, Path file) throws IOException {
        var content = new Tally();
        try (var source = content.from(Files.newInputStream(file))) {
            source.transferTo(OutputStream.nullOutputStream());
        }
        var checksum = content.checksum();
        var present = record(name);
        if (present.isEmpty()) {
            var record = store(name, file, content.size(), checksum);
            store.write(path(name, RECORD), record.text());
            return record;
        }
        if (!present.get().contentChecksum().equals(checksum)) {
            throw new IOException(
                    "%s has another content under this name; nothing in an archive is ever written over, find out who else writes there"
                            .formatted(path(name, DATA)));
        }
        return present.get();
    }

    private WalRecord store(String name, Path file, long size, String checksum) throws IOException {
        var kept = new Tally();
        try (var upload = store.begin(path(name, DATA))) {
            try (var source = Files.newInputStream(file);
                    var sink = new GZIPOutputStream(key.encrypting(kept.into(upload.content())))) {
                source.transferTo(sink);
            }
            upload.complete();
        }
        return new WalRecord(
                size,
                checksum,
                Files.getLastModifiedTime(file).toInstant().toString(),
                kept.size(),
                kept.checksum(),
                key.name().orElse(null));
    }

    /** What is known about a file; nothing for one that is not (wholly) there. */
    Optional<WalRecord> record(String name) throws IOException {
        return store.read(path(name, RECORD)).flatMap(WalRecord::parse);
    }

    /**
     * Brings a file back.
     *
     * @throws IOException when it is not there, or is not what was stored
     */
    void get(String name, Path target) throws IOException {
        var record = record(name).orElseThrow(() -> new IOException(path(name, RECORD) + " is not there (any more)"));
        if (!key.name().equals(Optional.ofNullable(record.encryption()))) {
            throw new IOException("%s is %s, and its destination says otherwise; correct encryption of the destination"
                    .formatted(path(name, DATA), record.encryption() == null ? "not encrypted" : "encrypted"));
        }
        var content = new Tally();
        try (var source = content.from(new GZIPInputStream(key.decrypting(store.open(path(name, DATA)))));
                var sink = Files.newOutputStream(target)) {
            source.transferTo(sink);
        }
        if (!content.checksum().equals(record.contentChecksum()) || content.size() != record.contentBytes()) {
            throw new IOException("%s is damaged: it is not what its record says".formatted(path(name, DATA)));
        }
    }

    /** The names of all files, whole or not, in the order of their names. */
    List<String> names() throws IOException {
        return store.folders(folder);
    }

    /** Deletes a file: its record first, so that what is left after a crash is none. */
    void delete(String name) throws IOException {
        store.delete(path(name, RECORD));
        store.delete(path(name, DATA));
    }

    private String path(String name, String part) {
        return folder + "/" + name + "/" + part;
    }
}
