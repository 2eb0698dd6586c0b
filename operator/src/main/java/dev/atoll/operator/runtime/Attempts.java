// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when each resource was last looked at, which tells one that is retried from one that is forgotten. */
@Singleton
@Typed(Attempts.class) // the SDK takes the one Metrics bean, which passes its calls on to this one
final class Attempts implements Metrics {
    private final Clock clock;
    private final Map<Key, Instant> last = new ConcurrentHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void reconciliationStarted(HasMetadata resource, Map<String, Object> metadata) {
        last.put(Key.of(resource), clock.instant());
    }

    @Override
    public void cleanupDone(ResourceID resourceId, Map<String, Object> metadata) {
        if (metadata.get(Constants.RESOURCE_GVK_KEY) instanceof GroupVersionKind kind) {
            last.remove(new Key(kind.getKind(), resourceId));
        }
    }

    /** When a reconcile of the resource last began. */
    Optional<Instant> last(HasMetadata resource) {
        return Optional.ofNullable(last.get(Key.of(resource)));
    }

    /** Whether no reconcile has begun at all, as in a replica that waits to be elected. */
    boolean areNone() {
        return last.isEmpty();
    }

    private record Key(String kind, ResourceID resource) {
        static Key of(HasMetadata resource) {
            return new Key(resource.getKind(), ResourceID.fromResource(resource));
        }
    }
}
