// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds and reads the manifests that a command line names. */
final class ManifestFiles {
    private static final String STDIN = "-";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private ManifestFiles() {}

    /**
     * The documents of all files, in the order in which the files are named; a folder's are sorted by path.
     *
     * @throws IOException with a message for the user, when one of them cannot be read or is not YAML or JSON
     */
    static List<Document> read(List<String> names, InputStream stdin) throws IOException {
        var documents = new ArrayList<Document>();
        for (var name : names) {
            if (STDIN.equals(name)) {
                documents.addAll(
                        KubernetesYaml.read(new InputStreamReader(stdin, StandardCharsets.UTF_8), "standard input"));
            } else {
                for (var file : files(Path.of(name))) {
                    documents.addAll(parse(file));
                }
            }
        }
        return documents;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var found = Files.walk(path)) {
            var files = found.filter(ManifestFiles::isManifest).sorted().toList();
            if (files.isEmpty()) {
                throw new IOException(
                        "there are no manifests (%s) in the folder %s".formatted(String.join(", ", ENDINGS), path));
            }
            return files;
        }
    }

    private static List<Document> parse(Path file) throws IOException {
        return isJson(file)
                ? KubernetesYaml.readJson(text(file), file.toString())
                : KubernetesYaml.read(new StringReader(text(file)), file.toString());
    }

    /** JSON is YAML, but for tabs. */
    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static boolean isManifest(Path path) {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        } catch (IOException e) {
            throw new IOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
