// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Watchable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells of every change of some objects, from now on until it is closed, or says that it may have missed some. */
final class Watching<T> implements Watcher<T>, AutoCloseable {
    private final BiConsumer<Action, T> record;
    private final Watch watch;
    private volatile @Nullable WatcherException end;

    private Watching(Watchable<T> objects, BiConsumer<Action, T> record) {
        this.record = record;
        this.watch = objects.watch(this);
    }

    static <T> Watching<T> of(Watchable<T> objects, BiConsumer<Action, T> record) {
        return new Watching<>(objects, record);
    }

    /** Throws an exception when something may be missing. */
    void mustBeComplete() {
        if (end != null) {
            throw new IllegalStateException("not everything that happened was seen", end);
        }
    }

    @Override
    public void eventReceived(Action action, T object) {
        record.accept(action, object);
    }

    @Override
    public void onClose(WatcherException cause) {
        end = cause;
    }

    @Override
    public void close() {
        watch.close();
    }
}
