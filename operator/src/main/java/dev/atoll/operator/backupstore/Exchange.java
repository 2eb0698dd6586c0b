// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.BaseStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which the two containers of a Job meet: a pipe, and files by which the one tells the other what it needs to
 * know, and how it ended. The end of a pipe alone does not tell whether that is all.
 */
public final class Exchange {
    private static final String WANTED = ".wanted";
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** From the end of the content to the word about it. */
    private static final Duration LAST_WORD = Duration.ofSeconds(30);

    private final Path folder;
    private boolean isMet;

    public Exchange(Path folder) {
        this.folder = folder;
    }

    /**
     * The content that the other container writes; waits for it, as long as the Job may last.
     *
     * @throws IOException when it has failed before it wrote
     */
    public InputStream content() throws IOException {
        var content = Files.newInputStream(pipe());
        isMet = true;
        return content;
    }

    /**
     * Takes the content that the other container reads; waits for it, as long as the Job may last.
     *
     * @throws IOException when it has failed before it read
     */
    public OutputStream target() throws IOException {
        var target = Files.newOutputStream(pipe());
        isMet = true;
        return target;
    }

    /** Meets the one who writes, if that has not been, and leaves at once: nobody must wait at the pipe in vain. */
    void leaveWriter() throws IOException {
        if (!isMet) {
            content().close();
        }
    }

    /** Meets the one who reads, if that has not been, and leaves at once. */
    void leaveReader() throws IOException {
        if (!isMet) {
            target().close();
        }
    }

    /**
     * Waits until the other container says that what it wrote is all, which it does right after.
     *
     * @throws IOException when it says that it has failed, or says nothing
     */
    public void requireDone() throws IOException {
        long end = System.nanoTime() + LAST_WORD.toNanos();
        while (System.nanoTime() < end) {
            if (isThere("done")) {
                return;
            }
            requireNoFailure();
            pause();
        }
        throw new IOException("the other container does not say whether it has written everything; nothing is kept");
    }

    /** Waits until the other container has done its work with what it read, as long as the Job may last. */
    public void awaitDone() throws IOException {
        while (!isThere("done")) {
            requireNoFailure();
            pause();
        }
    }

    /** The version of the server. */
    public String version() throws IOException {
        return Files.readString(folder.resolve("version")).strip();
    }

    /** The names of the users of the server; none where they do not matter. */
    public List<String> roles() throws IOException {
        var file = folder.resolve("roles");
        return Files.exists(file)
                ? Files.readString(file).lines().filter(name -> !name.isBlank()).toList()
                : List.of();
    }

    /** What a base backup needs besides; nothing for a dump. */
    public Optional<BaseStart> base() throws IOException {
        return isThere("server")
                ? Optional.of(new BaseStart(
                        Files.readString(folder.resolve("server")).strip(),
                        Files.readString(folder.resolve("start")).strip()))
                : Optional.empty();
    }

    /** Whether the other container has done its work with what it has read. */
    boolean isDone() throws IOException {
        requireNoFailure();
        return isThere("done");
    }

    /** The files that the other container asks for. */
    List<String> wanted() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(WANTED))
                    .map(name -> name.substring(0, name.length() - WANTED.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Where a file that is asked for is put together. */
    Path incoming(String file) {
        return folder.resolve(file + ".incoming");
    }

    /** Says that a file is there. */
    void found(String file) throws IOException {
        Files.deleteIfExists(folder.resolve(file + WANTED));
        Files.move(incoming(file), folder.resolve(file + ".found"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says that there is no such file. */
    void missing(String file) throws IOException {
        Files.deleteIfExists(folder.resolve(file + WANTED));
        Files.writeString(folder.resolve(file + ".none"), "");
    }

    /** What the other container has to say of what it has read. */
    public String remark() throws IOException {
        return Files.readString(folder.resolve("remark")).strip();
    }

    /** Tells the other container what it is going to read. */
    public void describe(String owner, List<String> roles) throws IOException {
        Files.writeString(folder.resolve("owner"), owner);
        Files.writeString(folder.resolve("roles"), String.join("\n", roles) + (roles.isEmpty() ? "" : "\n"));
        Files.writeString(folder.resolve("described"), "");
    }

    /** Tells the other container that what it has read is what was kept. */
    public void verified() throws IOException {
        Files.writeString(folder.resolve("verified"), "");
    }

    /** Tells the other container that it need not wait. */
    public void failed() throws IOException {
        Files.writeString(folder.resolve("failed"), "");
    }

    private Path pipe() throws IOException {
        while (true) {
            // First: who has failed comes to the pipe once more, so as to let nobody wait there, and not for ever.
            requireNoFailure();
            if (isThere("data")) {
                return folder.resolve("data");
            }
            pause();
        }
    }

    private void requireNoFailure() throws IOException {
        if (isThere("failed")) {
            throw new IOException("the other container has failed, see its message");
        }
    }

    private boolean isThere(String file) {
        return Files.exists(folder.resolve(file));
    }

    static void pause() throws IOException {
        // Another container makes the files, and on a shared volume nothing tells of them but looking.
        pause(PAUSE);
    }

    static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
