// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a user would do with kubectl apply. */
public final class Manifests {
    private static final String MANAGER = "a-user";

    private Manifests() {}

    /** Applies YAML documents to a namespace, and returns what the API server answered. */
    public static List<HasMetadata> apply(TestNamespace namespace, String yaml) {
        var documents = namespace.client().load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        return documents.items().stream()
                .<HasMetadata>map(document -> {
                    document.getMetadata().setNamespace(namespace.name());
                    return namespace
                            .client()
                            .resource(document)
                            .fieldManager(MANAGER)
                            .forceConflicts()
                            .serverSideApply();
                })
                .toList();
    }

    /** One of Atoll's resources, as JSON-like maps. */
    static GenericKubernetesResource read(TestNamespace namespace, String kind, String name) {
        return namespace
                .client()
                .genericKubernetesResources("atoll.dev/v1alpha1", kind)
                .inNamespace(namespace.name())
                .withName(name)
                .require();
    }

    /** Deletes one of Atoll's resources. */
    static void delete(TestNamespace namespace, String kind, String name) {
        namespace
                .client()
                .genericKubernetesResources("atoll.dev/v1alpha1", kind)
                .inNamespace(namespace.name())
                .withName(name)
                .delete();
    }
}
