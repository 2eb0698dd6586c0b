// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.kube.CacheLag;
import dev.atoll.operator.kube.EventPublisher;
import dev.atoll.operator.kube.Finalizers;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.status.Reason;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a ServiceDatabase as long as it waits for its last backup, and lets it go. What has been observed is from caches; where
 * data goes because of it, the API server is asked first whether it is still so.
 */
@ApplicationScoped
class DepartureGate {
    private final Finalizers finalizers;
    private final CacheLag lag;
    private final EventPublisher events;

    DepartureGate(Finalizers finalizers, CacheLag lag, EventPublisher events) {
        this.finalizers = finalizers;
        this.lag = lag;
        this.events = events;
    }

    /** Whether what was observed may be carried out; if not, the caches are behind. Before there is data, there is the finalizer. */
    boolean admits(ServiceDatabaseObserved observed, Departure departure) {
        var resource = observed.resource();
        return switch (departure) {
            case Departure.Staying staying ->
                finalizers.set(resource, Departure.FINALIZER, Departure.isToWait(resource));
            case Departure.Released(var withData, var backup, var message) ->
                !withData
                        || (!lag.isBehind(resource)
                                && backup.filter(lag::isBehind).isEmpty());
            default -> true;
        };
    }

    /** Lets a resource go for which nothing is waited for, once everything belongs to whom it is to belong to. */
    void open(ServiceDatabaseObserved observed, Departure departure, Applied applied) {
        if (departure instanceof Departure.Released(var withData, var backup, var message) && applied.isComplete()) {
            // In its own namespace no Event can be made any more.
            observed.leaving().ifPresent(namespace -> events.warn(namespace, Reason.Released, message));
            finalizers.set(observed.resource(), Departure.FINALIZER, false);
        }
    }
}
