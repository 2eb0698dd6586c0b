// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells whether a cache is behind the API server. Each kind is watched for itself, so of two objects that are made one after the
 * other the second can be known first.
 */
@ApplicationScoped
public class CacheLag {
    private final KubernetesClient client;

    CacheLag(KubernetesClient client) {
        this.client = Impatience.of(client);
    }

    /**
     * Asks the API server, by one request.
     *
     * @param known what the cache shows of the object of that name
     */
    public <T extends HasMetadata> boolean isBehind(Class<T> kind, String namespace, String name, Optional<T> known) {
        return !read(client, kind, namespace, name).map(CacheLag::generation).equals(known.map(CacheLag::generation));
    }

    /** Asks the API server whether there is this very object, with the spec that it is known with. */
    public boolean isBehind(HasMetadata known) {
        var metadata = known.getMetadata();
        return read(client, known.getClass(), metadata.getNamespace(), metadata.getName())
                .filter(present -> generation(present).equals(generation(known)))
                .isEmpty();
    }

    /** Whether a namespace is on its way out, so that what is in it goes in any order; one that is gone counts too. */
    public boolean isLeavingNamespace(String name) {
        return client.namespaces().withField("metadata.name", name).list().getItems().stream()
                .allMatch(namespace -> namespace.getMetadata().getDeletionTimestamp() != null);
    }

    /** The object as the API server has it. By a list, which needs no other right than the caches do. */
    static <T extends HasMetadata> Optional<T> read(
            KubernetesClient client, Class<T> kind, String namespace, String name) {
        return client.resources(kind).inNamespace(namespace).withField("metadata.name", name).list().getItems().stream()
                .findFirst();
    }

    /** Equal for one object with one spec. */
    static String generation(HasMetadata object) {
        return object.getMetadata().getUid() + "/" + object.getMetadata().getGeneration();
    }
}
