// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The CRDs as they are committed. */
public final class CustomResourceDefinitions {
    private static final long ESTABLISHED_SECONDS = 30;

    private CustomResourceDefinitions() {}

    /** Applies {@code crds/manifests/*.yaml} and waits until the API server serves them. */
    public static void applyAll(KubernetesClient client) {
        List<String> names =
                manifests().stream().map(file -> apply(client, file)).toList();
        names.forEach(name -> client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .waitUntilCondition(CustomResourceDefinitions::isEstablished, ESTABLISHED_SECONDS, TimeUnit.SECONDS));
    }

    private static List<Path> manifests() {
        Path folder = Checkout.root().resolve("crds/manifests");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Untyped, so that the API server gets exactly what the file says.
    private static String apply(KubernetesClient client, Path file) {
        try {
            var definition = Serialization.unmarshal(Files.readString(file), GenericKubernetesResource.class);
            var context = new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager("atoll-tests")
                    .withForce(true)
                    .build();
            client.resource(definition).patch(context, definition);
            return definition.getMetadata().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
