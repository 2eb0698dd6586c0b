// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cache of one kind that Atoll writes or refers to: one informer for the whole cluster, or one for each watched
 * namespace.
 *
 * @param <T> the kind
 */
final class InformerCache<T extends HasMetadata> implements KindCache<T> {
    private static final String BY_OWNER = "owner";
    private static final long SYNC_TIMEOUT_SECONDS = 60;

    private final List<SharedIndexInformer<T>> informers;

    /** Takes informers that are not started yet. */
    InformerCache(List<SharedIndexInformer<T>> informers, StoredForm form, ChangeListener<T> listener) {
        this.informers = informers;
        for (var informer : informers) {
            informer.itemStore(new PrunedStore<>(form));
            informer.addIndexers(Map.of(BY_OWNER, InformerCache::ownerUids));
            informer.addEventHandler(new Forward<>(listener));
            // Keep trying: an API server that is away comes back, and a forgotten watch is a lie in every status.
            informer.exceptionHandler((started, cause) -> started);
        }
    }

    /** Starts the informers and returns once all of them have seen the cluster. */
    void start() {
        var started = informers.stream()
                .map(informer -> informer.start().toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(started)
                .orTimeout(SYNC_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void stop() {
        informers.forEach(SharedIndexInformer::stop);
    }

    /** Whether every informer still follows the cluster or tries to. */
    boolean isAlive() {
        return informers.stream().allMatch(SharedIndexInformer::isRunning);
    }

    @Override
    public Optional<T> get(String namespace, String name) {
        var key = namespace.isEmpty() ? name : Cache.namespaceKeyFunc(namespace, name);
        return informers.stream()
                .flatMap(informer -> Stream.ofNullable(informer.getStore().getByKey(key)))
                .findFirst();
    }

    @Override
    public Stream<T> list(String namespace) {
        return byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    @Override
    public Stream<T> all() {
        return informers.stream().flatMap(informer -> informer.getStore().list().stream());
    }

    @Override
    public Stream<T> ownedBy(String namespace, String uid) {
        return byIndex(BY_OWNER, uid)
                .filter(object -> namespace.equals(object.getMetadata().getNamespace()));
    }

    private Stream<T> byIndex(String index, String value) {
        return informers.stream().flatMap(informer -> informer.getIndexer().byIndex(index, value).stream());
    }

    private static List<String> ownerUids(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .map(owner -> owner.getUid())
                .toList();
    }

    private record Forward<T extends HasMetadata>(ChangeListener<T> listener) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            listener.onChange(null, object);
        }

        @Override
        public void onUpdate(@Nullable T before, T after) {
            listener.onChange(before, after);
        }

        @Override
        public void onDelete(T object, boolean deletedFinalStateUnknown) {
            listener.onChange(object, null);
        }
    }
}
