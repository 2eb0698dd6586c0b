// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
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

/** GatewayRoute → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "gatewayroute")
public final class GatewayRouteReconciler implements Reconciler<GatewayRoute> {
    private final ObjectCaches caches;
    private final RecentWrites recent;

    GatewayRouteReconciler(ObjectCaches caches, RecentWrites recent) {
        this.caches = caches;
        this.recent = recent;
    }

    @Override
    public UpdateControl<GatewayRoute> reconcile(GatewayRoute resource, Context<GatewayRoute> context) {
        return UpdateControl.noUpdate();
    }

    @Override
    public List<EventSource<?, GatewayRoute>> prepareEventSources(EventSourceContext<GatewayRoute> context) {
        return List.of(new RelatedEventSource<>(caches, recent, context));
    }
}
