// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.cluster.UseControlPlane;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the API, held against the real API server: it takes the valid ones and says why not to the others. */
@UseControlPlane
class ApiExamplesTest {
    private static final String EXPECT = "# expect: ";

    /** Without retries: some refusals of a server-side apply look like errors of the server (code 500). */
    private static KubernetesClient client;

    private final TestNamespace namespace;

    ApiExamplesTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @BeforeAll
    static void connect(ControlPlane controlPlane) {
        var config = new ConfigBuilder(controlPlane.client().getConfiguration())
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    static Stream<Path> valid() {
        return files("valid");
    }

    static Stream<Path> invalid() {
        return files("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void takesAValidOne(Path file) {
        documents(file).forEach(document -> apply(document, true));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesAnInvalidOneWithAMessageThatHelps(Path file) {
        var documents = documents(file);
        // A rule about a change needs the resource as it was before, really created.
        documents.subList(0, documents.size() - 1).forEach(document -> apply(document, false));
        var refusal = catchThrowableOfType(KubernetesClientException.class, () -> apply(documents.getLast(), true));
        assertThat(refusal).as("an error for %s", file).isNotNull();
        assertThat(refusal.getMessage()).contains(expectations(file));
    }

    private void apply(GenericKubernetesResource document, boolean dryRun) {
        document.getMetadata().setNamespace(namespace.name());
        var resource = client.resource(document);
        (dryRun ? resource.dryRun() : resource)
                .fieldManager("a-user")
                .forceConflicts()
                .serverSideApply();
    }

    private static List<GenericKubernetesResource> documents(Path file) {
        return Stream.of(read(file).split("\\n---\\n", -1))
                .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
                .toList();
    }

    private static List<String> expectations(Path file) {
        var expectations = read(file)
                .lines()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()))
                .toList();
        assertThat(expectations).as("lines '%s' in %s", EXPECT, file).isNotEmpty();
        return expectations;
    }

    private static Stream<Path> files(String kind) {
        var folder = Checkout.root().resolve("crds/examples").resolve(kind);
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
