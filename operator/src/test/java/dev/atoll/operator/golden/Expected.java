// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The folder with what a case expects. */
record Expected(Path folder) {
    private static final String HEADER = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final String REMEDY = """
            %s: %s.
            If the change is meant, run
              ./mvnw -q -pl operator -am test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Datoll.update=true
            and review what it changes below operator/src/test/resources/golden.""";

    /** Fails on a file that differs, is missing, or is not used. */
    void compare(Map<String, String> actual) throws IOException {
        var expected = read();
        assertThat(actual.keySet())
                .as(REMEDY, folder, "other objects than expected")
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        actual.forEach((name, content) -> assertThat(HEADER + content)
                .as(REMEDY, folder.resolve("expected").resolve(name), "not as expected")
                .isEqualTo(expected.get(name)));
        try (var others = Files.list(folder)) {
            assertThat(others.map(file -> file.getFileName().toString()))
                    .as("a case consists of the folders given and expected")
                    .containsExactlyInAnyOrder("given", "expected");
        }
    }

    /** Writes what the line gives now. */
    void update(Map<String, String> actual) throws IOException {
        for (var name : read().keySet()) {
            if (!actual.containsKey(name)) {
                Files.delete(path(name));
            }
        }
        Files.createDirectories(path("."));
        for (var file : actual.entrySet()) {
            Files.writeString(path(file.getKey()), HEADER + file.getValue());
        }
    }

    private Map<String, String> read() throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.isDirectory(path("."))) {
            try (var found = Files.list(path("."))) {
                for (var file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private Path path(String name) {
        return folder.resolve("expected").resolve(name).normalize();
    }
}
