// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.RepeatedFailure;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.kube.StatusWriter;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** ScalingPolicy → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "scalingpolicy")
public final class ScalingPolicyReconciler implements Reconciler<ScalingPolicy> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final StatusWriter statuses;
    private final OperatorConfig config;
    private final Clock clock;

    ScalingPolicyReconciler(
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
    public UpdateControl<ScalingPolicy> reconcile(ScalingPolicy resource, Context<ScalingPolicy> context) {
        if (context.isPrimaryResourceDeleted() || resource.isMarkedForDeletion()) {
            statuses.forget(resource);
            return Revisit.never();
        }
        var observed = ScalingPolicyObserved.read(resource, caches);
        var validated = ScalingPolicyChecks.check(observed);
        var desired = ScalingPolicyDesired.of(validated);
        var applied = applier.apply(ScalingPolicyModel.identity(resource, observed.service()), desired);
        statuses.write(
                resource,
                ScalingPolicyStatuses.after(observed, validated, applied, statuses.conditions(resource), clock));
        return Revisit.after(
                applied, config.retryInterval(), ScalingPolicyStatuses.settling(observed, validated, applied, clock));
    }

    @Override
    public ErrorStatusUpdateControl<ScalingPolicy> updateErrorStatus(
            ScalingPolicy resource, Context<ScalingPolicy> context, Exception failure) {
        return RepeatedFailure.report(resource, context, failure, statuses, clock);
    }

    @Override
    public List<EventSource<?, ScalingPolicy>> prepareEventSources(EventSourceContext<ScalingPolicy> context) {
        return List.of(ScalingPolicyRelations.connect(new RelatedEventSource<>(caches, recent, context), caches));
    }
}
