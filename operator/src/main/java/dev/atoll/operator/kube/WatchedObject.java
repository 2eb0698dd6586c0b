// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One object, followed for as long as somebody names it. Of what it holds nothing is kept.
 *
 * @param <T> its kind
 * @param <F> what may be known of it
 */
final class WatchedObject<T extends HasMetadata, F> {
    private static final long SYNC_TIMEOUT_SECONDS = 10;

    private final SharedIndexInformer<T> informer;
    private final String name;
    private final NamedKind<T, F> kind;
    private final Facts facts = new Facts();
    private final Listener listener;
    private final CompletableFuture<Void> started;

    /**
     * Starts to follow it.
     *
     * @param informer for this one object, not started yet
     * @param kind what may be known of it
     * @param listener called after every write of it
     */
    WatchedObject(SharedIndexInformer<T> informer, String name, NamedKind<T, F> kind, Listener listener) {
        this.informer = informer;
        this.name = name;
        this.kind = kind;
        this.listener = listener;
        informer.itemStore(facts);
        // Keep trying, as for every other kind.
        informer.exceptionHandler((hasStarted, cause) -> true);
        this.started = informer.start().toCompletableFuture();
    }

    String name() {
        return name;
    }

    /** What is known of it; empty while it does not exist. Blocks until the API server has been asked once. */
    Optional<F> known() {
        started.copy().orTimeout(SYNC_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        return Optional.ofNullable(facts.known);
    }

    boolean isAlive() {
        return informer.isRunning();
    }

    void stop() {
        informer.stop();
    }

    /** Hears of the object. */
    @FunctionalInterface
    interface Listener {
        /**
         * It was written, comes or goes.
         *
         * @param isNews whether more is known to have changed than its version
         */
        void onWrite(boolean isNews);
    }

    /** A store of the one object, which takes out of it what may be known, and drops the rest. */
    private final class Facts extends BasicItemStore<T> {
        private volatile @Nullable F known;

        Facts() {
            super(Cache::metaNamespaceKeyFunc);
        }

        @Override
        public @Nullable T put(String key, T object) {
            know(kind.facts().apply(object));
            reduce(object);
            return super.put(key, object);
        }

        @Override
        public @Nullable T remove(String key) {
            know(null);
            return super.remove(key);
        }

        private void know(@Nullable F found) {
            var before = known;
            known = found;
            // Whoever starts it waits for the first answer anyway.
            if (!Objects.equals(before, found) && informer.hasSynced()) {
                listener.onWrite(
                        before == null || found == null || !kind.saysTheSame().test(found, before));
            }
        }

        /** In place, for the informer has it in its hands too. An annotation may hold the whole object again. */
        private void reduce(T object) {
            var metadata = object.getMetadata();
            object.setMetadata(new ObjectMetaBuilder()
                    .withNamespace(metadata.getNamespace())
                    .withName(metadata.getName())
                    .withUid(metadata.getUid())
                    .withResourceVersion(metadata.getResourceVersion())
                    .build());
            kind.emptied().accept(object);
        }
    }
}
