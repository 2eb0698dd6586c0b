// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * An informer's store that keeps objects in their {@link StoredForm}.
 *
 * @param <T> the kind
 */
public final class PrunedStore<T extends HasMetadata> extends BasicItemStore<T> {
    private final StoredForm form;

    public PrunedStore(StoredForm form) {
        super(Cache::metaNamespaceKeyFunc);
        this.form = form;
    }

    @Override
    public @Nullable T put(String key, T object) {
        form.reduce(object);
        return super.put(key, object);
    }
}
