// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The CRDs that a control plane is given: Atoll's own, as they are committed, and those of other APIs. */
public final class CustomResourceDefinitions {
    private static final long ESTABLISHED_SECONDS = 30;

    private CustomResourceDefinitions() {}

    /** APIs that a cluster has only if somebody installed them; stand-ins with what the operator uses of them. */
    public enum OptionalApi {
        GATEWAY_API("gateway-api.yaml"),
        TRAEFIK("traefik.yaml");

        private final String resource;

        OptionalApi(String resource) {
            this.resource = resource;
        }

        /** Applies its CRDs and waits until the API server serves them. */
        public void install(KubernetesClient client) {
            apply(client, definitions());
        }

        /** Deletes its CRDs, and so all objects of its kinds, and waits until they are gone. */
        public void remove(KubernetesClient client) {
            var names =
                    definitions().stream().map(CustomResourceDefinitions::name).toList();
            names.forEach(name -> resource(client, name).delete());
            names.forEach(name ->
                    resource(client, name).waitUntilCondition(Objects::isNull, ESTABLISHED_SECONDS, TimeUnit.SECONDS));
        }

        private List<GenericKubernetesResource> definitions() {
            var file = "/optional-apis/" + resource;
            try (var stream = CustomResourceDefinitions.class.getResourceAsStream(file)) {
                return parse(new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Applies {@code crds/manifests/*.yaml} and waits until the API server serves them. */
    public static void applyAll(KubernetesClient client) {
        apply(client, manifests());
    }

    private static void apply(KubernetesClient client, List<GenericKubernetesResource> definitions) {
        definitions.forEach(definition -> apply(client, definition));
        definitions.forEach(definition -> resource(client, name(definition))
                .waitUntilCondition(CustomResourceDefinitions::isEstablished, ESTABLISHED_SECONDS, TimeUnit.SECONDS));
    }

    private static Resource<CustomResourceDefinition> resource(KubernetesClient client, String name) {
        return client.apiextensions().v1().customResourceDefinitions().withName(name);
    }

    private static List<GenericKubernetesResource> manifests() {
        Path folder = Checkout.root().resolve("crds/manifests");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> parse(read(file)).stream())
                    .toList();
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

    // Untyped, so that the API server gets exactly what the file says.
    private static List<GenericKubernetesResource> parse(String yaml) {
        return Stream.of(yaml.split("\\n---\\n", -1))
                .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
                .toList();
    }

    private static void apply(KubernetesClient client, GenericKubernetesResource definition) {
        var context = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("atoll-tests")
                .withForce(true)
                .build();
        client.resource(definition).patch(context, definition);
    }

    private static String name(GenericKubernetesResource definition) {
        return definition.getMetadata().getName();
    }

    private static boolean isEstablished(CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                // In its first moments a definition has a status with "conditions": null.
                && Stream.ofNullable(definition.getStatus().getConditions())
                        .flatMap(List::stream)
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }
}
