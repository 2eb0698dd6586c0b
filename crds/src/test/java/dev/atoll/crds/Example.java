// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file below examples/.
 *
 * @param refusals parts of the API server's answer, for an invalid example
 * @param documents one; or two, of which the second is an update that is refused
 */
record Example(Path file, List<String> refusals, List<ObjectNode> documents) {
    private static final String EXPECT = "# expect: ";

    static List<Example> valid() {
        return below("valid");
    }

    static List<Example> invalid() {
        return below("invalid");
    }

    String title() {
        return file.getFileName().toString().replace(".yaml", "");
    }

    String folder() {
        return file.getName(file.getNameCount() - 2).toString();
    }

    String kind() {
        return documents.getFirst().path("kind").asText();
    }

    String name() {
        return documents.getFirst().at("/metadata/name").asText();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static List<Example> below(String folder) {
        try (Stream<Path> files = Files.walk(Path.of("examples", folder))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Example read(Path file) {
        try {
            List<String> refusals = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(EXPECT))
                    .map(line -> line.substring(EXPECT.length()))
                    .toList();
            return new Example(file, refusals, Yaml.readAll(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
