// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.ArchiverReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a server hands over, for as long as that runs. Each failure is told to the server, which repeats. Its last words are
 * all that others hear of it, and while it is away, the pod of the server counts as not ready; so it ends only to say that it has
 * failed for too long, or that it no longer does, and nothing else ends it: not even a store that cannot be opened.
 */
public final class WalArchiver {
    private final Opening opening;
    private final String history;
    private final WalInbox inbox;
    private final FailureNote note;
    private final Consumer<String> log;
    private @Nullable BackupStore store;

    /**
     * An archiver.
     *
     * @param opening opens the place where it stores
     * @param history the folder of that which everything goes below
     * @param exchange the folder that the server shares
     * @param patience how long it goes on when everything fails
     * @param log gets a line for what a person should know
     */
    public WalArchiver(
            Opening opening, String history, Path exchange, Duration patience, Clock clock, Consumer<String> log) {
        this.opening = opening;
        this.history = history;
        this.inbox = new WalInbox(exchange);
        this.note = new FailureNote(exchange, patience, clock);
        this.log = log;
    }

    /** Opens the place where everything is stored; anew after a failure, since there may be another password. */
    public interface Opening {
        /** The place. */
        BackupStore store() throws IOException;

        /** The key that everything is encrypted with. */
        ContentKey key() throws IOException;
    }

    /**
     * Goes on until there is something to say.
     *
     * @throws IOException when the folder of the exchange fails
     */
    public ArchiverReport run() throws IOException {
        while (true) {
            var report = pass();
            if (report.isPresent()) {
                return report.get();
            }
            Exchange.pause();
        }
    }

    /** Stores what there is; returns what there is to say, if it is time for that. */
    Optional<ArchiverReport> pass() throws IOException {
        for (var request : inbox.waiting()) {
            var report = handle(request);
            if (report.isPresent()) {
                return report;
            }
        }
        return Optional.empty();
    }

    /** The server gets its answer before anything else is said. */
    private Optional<ArchiverReport> handle(WalInbox.Request request) throws IOException {
        try {
            var record = store(request);
            inbox.stored(request, record.contentChecksum());
            return note.succeeded(WalSegment.isOne(request.name()) ? record.written() : null);
        } catch (IOException | RuntimeException e) {
            var why = String.valueOf(e.getMessage());
            log.accept("%s is not stored: %s".formatted(request.name(), why));
            close();
            inbox.failed(request, why);
            return note.failed("%s cannot be stored: %s".formatted(request.name(), why));
        }
    }

    private WalRecord store(WalInbox.Request request) throws IOException {
        var opened = store;
        if (opened == null) {
            opened = opening.store();
            store = opened;
        }
        return new WalArchive(opened, ArchivePlace.log(history, request.server()), opening.key())
                .put(request.name(), request.file());
    }

    private void close() throws IOException {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
