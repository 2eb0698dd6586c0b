// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a control plane has on the machine: processes, folders, lock files. */
final class Traces {
    private Traces() {}

    /** Everything there is of the control plane with that name, in words; empty when it is gone. */
    static List<String> of(String name) {
        return Stream.concat(commandLines().filter(line -> line.contains("-" + name)), files(name))
                .toList();
    }

    /** The command lines of all processes of the machine, as far as this user may see them. */
    private static Stream<String> commandLines() {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream());
    }

    private static Stream<String> files(String name) {
        return Stream.of(System.getenv("XDG_RUNTIME_DIR"), System.getenv("TMPDIR"), "/tmp", "/dev/shm")
                .filter(Objects::nonNull)
                .distinct()
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(Traces::entries)
                .map(Path::toString)
                .filter(path -> path.contains("-" + name));
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
