// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.OwnerRefs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes the children of a resource that nothing desires any longer, by owner UID and never by name alone. */
@ApplicationScoped
public class Pruner {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final ObjectCaches caches;

    Pruner(KubernetesClient client, ObjectCaches caches) {
        this.client = Impatience.of(client);
        this.caches = caches;
    }

    /** Returns how many objects were deleted. */
    int prune(Identity identity, Desired desired) {
        var kept = new HashSet<ObjectKey>();
        desired.objects().forEach(object -> kept.add(ObjectKey.of(object)));
        return (int) Stream.<HasMetadata>concat(
                        desired.prunable().stream()
                                .filter(caches::isServed)
                                .flatMap(kind -> superfluous(kind, identity, kept).stream()),
                        desired.expired().stream().filter(object -> !object.isMarkedForDeletion()))
                .filter(this::delete)
                .count();
    }

    private List<? extends HasMetadata> superfluous(
            Class<? extends HasMetadata> kind, Identity identity, Set<ObjectKey> kept) {
        return caches.of(kind)
                .ownedBy(identity.namespace(), identity.owner().getUid())
                .filter(object -> OwnerRefs.isOwnedBy(object, identity.owner()))
                .filter(object -> !object.isMarkedForDeletion())
                .filter(object -> !kept.contains(ObjectKey.of(object)))
                .toList();
    }

    /** Deletes exactly the version that was judged; one that has changed since is judged again by its own event. */
    private boolean delete(HasMetadata object) {
        try {
            client.resource(object)
                    .lockResourceVersion(object.getMetadata().getResourceVersion())
                    .delete();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == NOT_FOUND || e.getCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
