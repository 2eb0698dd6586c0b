// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Names in backticks that start with a capital letter are names of classes, and those that end with a slash folders. */
class ArchitectureDocumentTest {
    static final List<String> DOCUMENTS = List.of("ARCHITECTURE.md", "DEVELOPING.md");

    private static final Path ROOT = Path.of("..");
    private static final Path PACKAGES = Path.of("src/main/java/dev/atoll/operator");
    private static final Pattern CLASS =
            Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.\\w+)*(?:\\(.*?\\))?`");
    private static final Pattern FOLDER = Pattern.compile("`([a-z][\\w./-]*/)`");

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void everyClassInItExists(String document) throws IOException {
        assertThat(matches(CLASS, document)).isNotEmpty().isSubsetOf(classes());
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void everyFolderInItExists(String document) throws IOException {
        assertThat(matches(FOLDER, document))
                .isNotEmpty()
                .allMatch(folder ->
                        Files.isDirectory(ROOT.resolve(folder)) || Files.isDirectory(PACKAGES.resolve(folder)));
    }

    private static List<String> matches(Pattern pattern, String document) throws IOException {
        return pattern.matcher(Files.readString(Path.of("docs", document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> classes() throws IOException {
        var names = new HashSet<String>();
        for (var module : List.of("crds", "operator", "e2e-tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
