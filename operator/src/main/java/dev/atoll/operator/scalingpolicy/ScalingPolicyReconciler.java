// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;

/** ScalingPolicy → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "scalingpolicy")
public final class ScalingPolicyReconciler implements Reconciler<ScalingPolicy> {
    private final ObjectCaches caches;
    private final RecentWrites recent;

    ScalingPolicyReconciler(ObjectCaches caches, RecentWrites recent) {
        this.caches = caches;
        this.recent = recent;
    }

    @Override
    public UpdateControl<ScalingPolicy> reconcile(ScalingPolicy resource, Context<ScalingPolicy> context) {
        return UpdateControl.noUpdate();
    }

    @Override
    public List<EventSource<?, ScalingPolicy>> prepareEventSources(EventSourceContext<ScalingPolicy> context) {
        return List.of(new RelatedEventSource<>(caches, recent, context));
    }
}
