// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import dev.atoll.operator.line.Applied;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** GatewayDefaults → observed → validated model → status; it has no children. */
@ControllerConfiguration(name = "gatewaydefaults")
public final class GatewayDefaultsReconciler implements Reconciler<GatewayDefaults> {
    private static final Applied NOTHING = new Applied(List.of(), List.of(), 0);

    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final StatusWriter statuses;
    private final Clock clock;

    GatewayDefaultsReconciler(ObjectCaches caches, RecentWrites recent, StatusWriter statuses, Clock clock) {
        this.caches = caches;
        this.recent = recent;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public UpdateControl<GatewayDefaults> reconcile(GatewayDefaults resource, Context<GatewayDefaults> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            return Revisit.never();
        }
        var observed = GatewayDefaultsObserved.read(resource, caches);
        var validated = GatewayDefaultsChecks.check(observed);
        statuses.write(
                resource,
                GatewayDefaultsStatuses.after(observed, validated, NOTHING, statuses.conditions(resource), clock));
        return UpdateControl.noUpdate();
    }

    @Override
    public ErrorStatusUpdateControl<GatewayDefaults> updateErrorStatus(
            GatewayDefaults resource, Context<GatewayDefaults> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, GatewayDefaults>> prepareEventSources(EventSourceContext<GatewayDefaults> context) {
        return List.of(GatewayDefaultsRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
