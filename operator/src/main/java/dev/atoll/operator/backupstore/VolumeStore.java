// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Keeps backups as files of a volume. What is complete is on the disk, not only in the memory of the node. */
public final class VolumeStore implements BackupStore {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    public VolumeStore(Path root) {
        this.root = root.normalize();
    }

    @Override
    public Upload begin(String name) throws IOException {
        var file = file(name);
        Files.createDirectories(file.getParent());
        return new FileUpload(file);
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        var file = file(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public void write(String name, String content) throws IOException {
        try (var upload = begin(name)) {
            upload.content().write(content.getBytes(StandardCharsets.UTF_8));
            upload.complete();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public List<String> folders(String folder) throws IOException {
        var path = file(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var children = Files.list(path)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        var file = file(name);
        if (!Files.deleteIfExists(file)) {
            return;
        }
        var folder = file.getParent();
        try (var rest = Files.list(folder)) {
            if (rest.findAny().isEmpty()) {
                Files.delete(folder);
            }
        }
    }

    @Override
    public void close() {
        // Nothing is open between calls.
    }

    private Path file(String name) {
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(name + " leads out of the volume");
        }
        return file;
    }

    /** Writes beside the file, and takes its place in one step. */
    private static final class FileUpload implements Upload {
        private final Path file;
        private final Path unfinished;
        private final FileChannel channel;
        private final OutputStream content;

        private FileUpload(Path file) throws IOException {
            this.file = file;
            this.unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
            this.channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            this.content = Channels.newOutputStream(channel);
        }

        @Override
        public OutputStream content() {
            return content;
        }

        @Override
        public void complete() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
