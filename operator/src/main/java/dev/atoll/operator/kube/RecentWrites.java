// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bridges the moment between a write and its arrival in the caches, so that a reconcile never repeats what the one
 * before it has just written, and the echo of an own write wakes nobody.
 */
@ApplicationScoped
public class RecentWrites {
    private final Map<ObjectKey, Write> writes = new ConcurrentHashMap<>();
    private final Map<ObjectKey, WriteUnderWay> underWay = new ConcurrentHashMap<>();

    /** Sends a write of one object. Its events are held back meanwhile, since its echo can be faster than its answer. */
    <T> T during(ObjectKey key, Supplier<T> write) {
        var held = new WriteUnderWay();
        underWay.put(key, held);
        try {
            return write.get();
        } finally {
            underWay.remove(key, held);
            held.end(this::isEcho);
        }
    }

    /** Remembers what the API server answered to a write that was based on {@code before}. */
    <T extends HasMetadata> void remember(@Nullable T before, T written) {
        writes.put(ObjectKey.of(written), new Write(versionOf(before), written));
    }

    /** What is known best: the last write as long as the cache still shows what was there before it. */
    @SuppressWarnings("unchecked") // a key names one kind
    <T extends HasMetadata> Optional<T> newest(ObjectKey key, Optional<T> cached) {
        var write = writes.get(key);
        if (write == null) {
            return cached;
        }
        if (Objects.equals(write.versionBefore(), versionOf(cached.orElse(null)))) {
            return Optional.of((T) write.written());
        }
        // The cache has moved on, perhaps before the write was remembered; keeping it would hold every object twice.
        writes.remove(key, write);
        return cached;
    }

    /**
     * Takes an event that brings back what was written here, or that a write under way will explain; asked once an event.
     *
     * @param wake what to do in the end if the event is somebody else's after all
     */
    boolean absorbs(HasMetadata object, Runnable wake) {
        var write = underWay.get(ObjectKey.of(object));
        return (write != null && write.hold(object, wake)) || isEcho(object);
    }

    private boolean isEcho(HasMetadata object) {
        var key = ObjectKey.of(object);
        var write = writes.get(key);
        return write != null
                && Objects.equals(versionOf(write.written()), versionOf(object))
                && writes.remove(key, write);
    }

    /** Forgets an object that is gone. */
    void forget(HasMetadata object) {
        writes.remove(ObjectKey.of(object));
    }

    private static @Nullable String versionOf(@Nullable HasMetadata object) {
        return object == null ? null : object.getMetadata().getResourceVersion();
    }

    private record Write(@Nullable String versionBefore, HasMetadata written) {}
}
