// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * An informer's store that keeps what somebody reads and drops the rest, so that memory grows with the number of
 * objects and not with their size.
 *
 * @param <T> the kind
 */
final class PrunedStore<T extends HasMetadata> extends BasicItemStore<T> {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    PrunedStore() {
        super(Cache::metaNamespaceKeyFunc);
    }

    @Override
    public @Nullable T put(String key, T object) {
        prune(object);
        return super.put(key, object);
    }

    /** Removes from an object, in place, what the operator never reads. */
    static void prune(HasMetadata object) {
        var metadata = object.getMetadata();
        metadata.getManagedFields().removeIf(entry -> !AppliedFields.isOurs(entry));
        if (metadata.getAnnotations() != null) {
            metadata.getAnnotations().remove(LAST_APPLIED);
        }
        if (object instanceof Secret secret) {
            // The operator has to know that a Secret is there, never what is in it.
            secret.setData(null);
            secret.setStringData(null);
        }
        if (object instanceof Pod pod) {
            // Only the status of a pod tells anything; its spec is the Deployment's template.
            pod.setSpec(null);
        }
    }
}
