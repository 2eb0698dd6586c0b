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
        var present =
                client
                        .resources(kind)
                        .inNamespace(namespace)
                        .withField("metadata.name", name)
                        .list()
                        .getItems()
                        .stream()
                        .findFirst();
        return !present.map(CacheLag::generation).equals(known.map(CacheLag::generation));
    }

    /** Whether a namespace is on its way out, so that what is in it goes in any order; one that is gone counts too. */
    public boolean isLeavingNamespace(String name) {
        return client.namespaces().withField("metadata.name", name).list().getItems().stream()
                .allMatch(namespace -> namespace.getMetadata().getDeletionTimestamp() != null);
    }

    private static String generation(HasMetadata object) {
        return object.getMetadata().getUid() + "/" + object.getMetadata().getGeneration();
    }
}
