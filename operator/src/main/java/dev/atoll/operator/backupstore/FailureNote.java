// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.ArchiverReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an archiver remembers beyond its own end: since when it fails, when it has said so, and what it has stored last. */
final class FailureNote {
    /** Who has missed it hears it again. */
    private static final Duration BETWEEN_REPORTS = Duration.ofHours(1);

    private static final String SINCE = "failing-since";
    private static final String REPORTED = "failure-reported";
    private static final String UNTIL = "archived-until";

    private final Path folder;
    private final Duration patience;
    private final Clock clock;

    FailureNote(Path folder, Duration patience, Clock clock) {
        this.folder = folder;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Something is stored; says so where the contrary was said before.
     *
     * @param written when that was written; null where it does not tell
     */
    Optional<ArchiverReport> succeeded(@Nullable String written) throws IOException {
        if (written != null) {
            write(UNTIL, written);
        }
        Files.deleteIfExists(folder.resolve(SINCE));
        return Files.deleteIfExists(folder.resolve(REPORTED))
                ? Optional.of(new ArchiverReport(null, written))
                : Optional.empty();
    }

    /** Something is not stored; says so when nothing was for too long. */
    Optional<ArchiverReport> failed(String why) throws IOException {
        var now = clock.instant();
        var since = read(SINCE).map(Instant::parse);
        if (since.isEmpty()) {
            write(SINCE, now.toString());
            return Optional.empty();
        }
        var last = read(REPORTED).map(Instant::parse);
        if (now.isBefore(since.get().plus(patience))
                || last.filter(time -> now.isBefore(time.plus(BETWEEN_REPORTS))).isPresent()) {
            return Optional.empty();
        }
        write(REPORTED, now.toString());
        return Optional.of(new ArchiverReport(why, read(UNTIL).orElse(null)));
    }

    private Optional<String> read(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private void write(String name, String text) throws IOException {
        var unfinished = folder.resolve(name + "-unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
