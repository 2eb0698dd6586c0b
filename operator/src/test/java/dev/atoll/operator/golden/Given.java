// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.cli.Document;
import dev.atoll.operator.cli.Input;
import dev.atoll.operator.cli.KubernetesYaml;
import dev.atoll.operator.cli.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * What a case gives.
 *
 * @param subject the resource under test
 * @param known everything that the operator would know
 */
record Given(Input.Source subject, Manifests known) {
    private static final String NAMESPACE = "shop";

    /**
     * Reads a folder.
     *
     * @param kind name, without ending, of the file with the resource under test
     */
    static Given read(Path folder, String kind) throws IOException {
        var subject = folder.resolve(kind + ".yaml").toString();
        var documents = new ArrayList<Document>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    documents.addAll(KubernetesYaml.read(reader, file.toString()));
                }
            }
        }
        var input = Input.of(documents, NAMESPACE);
        assertThat(input.refused())
                .as("the API server would take what is given")
                .isEmpty();
        input.resources().forEach(source -> asCreated(source));
        var subjects = input.resources().stream()
                .filter(source -> subject.equals(source.document().source()))
                .toList();
        assertThat(subjects).as("%s holds the one resource under test", subject).hasSize(1);
        var resources = input.resources().stream().map(Input.Source::resource).toList();
        return new Given(subjects.getFirst(), new Manifests(resources, input.others()));
    }

    /** The API server counts the generations of a resource from 1. */
    private static void asCreated(Input.Source source) {
        var metadata = source.resource().getMetadata();
        if (metadata.getGeneration() == null) {
            metadata.setGeneration(1L);
        }
    }
}
