// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import dev.atoll.operator.meta.Passwords;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** ServiceDatabase → observed → validated model → desired children → applied → status; and, when it is deleted, gone. */
@ControllerConfiguration(name = "servicedatabase")
public final class ServiceDatabaseReconciler implements Reconciler<ServiceDatabase> {
    private static final Duration CATCHING_UP = Duration.ofMillis(500);

    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final DepartureGate gate;
    private final OperatorConfig config;
    private final Passwords passwords;
    private final Clock clock;

    ServiceDatabaseReconciler(
            ObjectCaches caches,
            RecentWrites recent,
            ResourceApplier applier,
            StatusWriter statuses,
            DepartureGate gate,
            OperatorConfig config,
            Passwords passwords,
            Clock clock) {
        this.caches = caches;
        this.recent = recent;
        this.applier = applier;
        this.statuses = statuses;
        this.gate = gate;
        this.config = config;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public UpdateControl<ServiceDatabase> reconcile(ServiceDatabase resource, Context<ServiceDatabase> context) {
        if (context.isPrimaryResourceDeleted() || Departure.isOver(resource)) {
            statuses.forget(resource);
            // Whatever it named, it names no longer.
            caches.configMaps(resource, Set.of());
            return Revisit.never();
        }
        var observed = ServiceDatabaseObserved.read(resource, caches, clock.instant());
        var validated = ServiceDatabaseChecks.check(observed, ServiceDatabaseLine.tool(config));
        var departure = Departure.of(observed, validated);
        if (!gate.admits(observed, departure)) {
            return UpdateControl.<ServiceDatabase>noUpdate().rescheduleAfter(CATCHING_UP);
        }
        var desired = ServiceDatabaseDesired.of(observed, validated, passwords);
        var applied = applier.apply(observed.identity(), desired);
        statuses.write(
                resource,
                ServiceDatabaseStatuses.after(observed, validated, applied, statuses.conditions(resource), clock));
        gate.open(observed, departure, applied);
        return Revisit.after(applied, config.retryInterval(), ServiceDatabaseStatuses.settling(observed, validated));
    }

    @Override
    public ErrorStatusUpdateControl<ServiceDatabase> updateErrorStatus(
            ServiceDatabase resource, Context<ServiceDatabase> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, ServiceDatabase>> prepareEventSources(EventSourceContext<ServiceDatabase> context) {
        return List.of(ServiceDatabaseRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
