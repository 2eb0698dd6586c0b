// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.SecretFacts;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One Secret, followed for as long as somebody names it. Of what it holds nothing is kept. */
final class WatchedSecret {
    private static final long SYNC_TIMEOUT_SECONDS = 10;

    private final SharedIndexInformer<Secret> informer;
    private final String name;
    private final Facts facts = new Facts();
    private final Listener listener;
    private final CompletableFuture<Void> started;

    /**
     * Starts to follow it.
     *
     * @param informer for this one Secret, not started yet
     * @param listener called after every write of it
     */
    WatchedSecret(SharedIndexInformer<Secret> informer, String name, Listener listener) {
        this.informer = informer;
        this.name = name;
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
    Optional<SecretFacts> known() {
        started.copy().orTimeout(SYNC_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        return Optional.ofNullable(facts.known);
    }

    boolean isAlive() {
        return informer.isRunning();
    }

    void stop() {
        informer.stop();
    }

    /** Hears of the Secret. */
    @FunctionalInterface
    interface Listener {
        /**
         * It was written, comes or goes.
         *
         * @param isNews whether more is known to have changed than its version
         */
        void onWrite(boolean isNews);
    }

    /** A store of the one Secret, which takes out of it what may be known, and drops the rest. */
    private final class Facts extends BasicItemStore<Secret> {
        private volatile @Nullable SecretFacts known;

        Facts() {
            super(Cache::metaNamespaceKeyFunc);
        }

        @Override
        public @Nullable Secret put(String key, Secret secret) {
            know(SecretFacts.of(secret));
            reduce(secret);
            return super.put(key, secret);
        }

        @Override
        public @Nullable Secret remove(String key) {
            know(null);
            return super.remove(key);
        }

        private void know(@Nullable SecretFacts found) {
            var before = known;
            known = found;
            // Whoever starts it waits for the first answer anyway.
            if (!Objects.equals(before, found) && informer.hasSynced()) {
                listener.onWrite(before == null || found == null || !found.saysTheSameAs(before));
            }
        }

        /** In place, for the informer has it in its hands too. An annotation may hold the whole Secret again. */
        private static void reduce(Secret secret) {
            var metadata = secret.getMetadata();
            secret.setMetadata(new ObjectMetaBuilder()
                    .withNamespace(metadata.getNamespace())
                    .withName(metadata.getName())
                    .withUid(metadata.getUid())
                    .withResourceVersion(metadata.getResourceVersion())
                    .build());
            secret.setData(null);
            secret.setStringData(null);
        }
    }
}
