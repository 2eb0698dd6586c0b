// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder over which a server hands its log to the container beside it, file by file, and hears what became of it. */
final class WalInbox {
    private static final Pattern READY = Pattern.compile(
            "((?:[0-9A-F]{24}(?:\\.partial|\\.[0-9A-F]{8}\\.backup)?|[0-9A-F]{8}\\.history))@([0-9]{1,20})\\.ready");

    private final Path folder;

    WalInbox(Path folder) {
        this.folder = folder;
    }

    /**
     * A file that waits to be stored.
     *
     * @param name its name
     * @param server the identifier of the server that has written it
     */
    record Request(String name, String server, Path file) {
        private static Optional<Request> of(Path file) {
            return Optional.of(READY.matcher(file.getFileName().toString()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> new Request(matcher.group(1), matcher.group(2), file));
        }

        private Path answer(String ending) {
            return file.resolveSibling("%s@%s.%s".formatted(name, server, ending));
        }
    }

    /** Those that wait, by their names. */
    List<Request> waiting() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().map(Request::of).flatMap(Optional::stream).toList();
        }
    }

    /** Says that one is stored. The request goes first: who repeats it gets an answer of its own. */
    void stored(Request request, String checksum) throws IOException {
        Files.deleteIfExists(request.file());
        answer(request, "stored", checksum);
    }

    /** Says why one is not stored. */
    void failed(Request request, String why) throws IOException {
        Files.deleteIfExists(request.file());
        answer(request, "failed", why);
    }

    private void answer(Request request, String ending, String text) throws IOException {
        var unfinished = request.answer(ending + "-unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, request.answer(ending), StandardCopyOption.ATOMIC_MOVE);
    }
}
