// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import dev.atoll.operator.status.PodProblem;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** Microservice → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "microservice")
public final class MicroserviceReconciler implements Reconciler<Microservice> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final OperatorConfig config;
    private final Clock clock;

    MicroserviceReconciler(
            ObjectCaches caches,
            RecentWrites recent,
            ResourceApplier applier,
            StatusWriter statuses,
            OperatorConfig config,
            Clock clock) {
        this.caches = caches;
        this.recent = recent;
        this.applier = applier;
        this.statuses = statuses;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public UpdateControl<Microservice> reconcile(Microservice resource, Context<Microservice> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            return Revisit.never();
        }
        var observed = MicroserviceObserved.read(resource, caches, config.networkAccess(), clock.instant());
        var validated = MicroserviceChecks.check(observed);
        var desired = MicroserviceDesired.of(observed, validated);
        var applied = applier.apply(MicroserviceModel.identity(resource), desired);
        statuses.write(
                resource,
                MicroserviceStatuses.after(observed, validated, applied, statuses.conditions(resource), clock));
        return Revisit.after(applied, config.retryInterval(), PodProblem.settling(observed.pods(), clock.instant()));
    }

    @Override
    public ErrorStatusUpdateControl<Microservice> updateErrorStatus(
            Microservice resource, Context<Microservice> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, Microservice>> prepareEventSources(EventSourceContext<Microservice> context) {
        return List.of(MicroserviceRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
