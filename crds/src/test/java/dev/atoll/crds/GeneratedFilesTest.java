// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** With {@code -Datoll.update=true} the files are written first. */
class GeneratedFilesTest {
    private final Map<Path, String> generated = GeneratedFiles.all();

    @TestFactory
    Stream<DynamicTest> theCommittedFileIsWhatTheRecordsSay() {
        return generated.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey().toString(), () -> verify(file.getKey(), file.getValue())));
    }

    @ParameterizedTest
    @FieldSource("dev.atoll.crds.GeneratedFiles#MANIFESTS")
    void thereIsNoManifestThatNoRecordAsksFor(Path folder) throws IOException {
        try (Stream<Path> committed = Files.list(folder)) {
            assertThat(committed).as("remove the others").isSubsetOf(generated.keySet());
        }
    }

    private static void verify(Path file, String text) throws IOException {
        if (Boolean.getBoolean("atoll.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s does not exist; run `make generate` and commit it", file)
                .exists();
        assertThat(Files.readString(file))
                .as("%s is not what the records say; run `make generate` and commit the result", file)
                .isEqualTo(text);
    }
}
