// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Optional;
import java.util.stream.Stream;

/** A controller's own cache, read by the reconcilers of other kinds. */
record PrimaryCache<T extends HasMetadata>(IndexedResourceCache<T> cache) implements KindCache<T> {

    @Override
    public Optional<T> get(String namespace, String name) {
        return cache.get(new ResourceID(name, namespace));
    }

    @Override
    public Stream<T> list(String namespace) {
        return cache.list(namespace);
    }

    @Override
    public Stream<T> all() {
        return cache.list();
    }
}
