// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The events of one object that arrive while a write of it is on its way; whose they are only the answer tells. */
final class WriteUnderWay {
    private final List<Event> held = new ArrayList<>();
    private boolean isOver;

    private record Event(HasMetadata object, Runnable wake) {}

    /** Keeps an event until the end; false when that has come. */
    synchronized boolean hold(HasMetadata object, Runnable wake) {
        if (!isOver) {
            held.add(new Event(object, wake));
        }
        return !isOver;
    }

    /** Lets go of the events, in their order, those that are not an echo of the write with their consequences. */
    void end(Predicate<HasMetadata> isEcho) {
        takeAll().stream()
                .filter(event -> !isEcho.test(event.object()))
                .forEach(event -> event.wake().run());
    }

    private synchronized List<Event> takeAll() {
        isOver = true;
        return List.copyOf(held);
    }
}
