// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
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

/** ServiceDatabase → observed → validated model → desired children → applied → status. */
@ControllerConfiguration(name = "servicedatabase")
public final class ServiceDatabaseReconciler implements Reconciler<ServiceDatabase> {
    private final ObjectCaches caches;
    private final RecentWrites recent;

    ServiceDatabaseReconciler(ObjectCaches caches, RecentWrites recent) {
        this.caches = caches;
        this.recent = recent;
    }

    @Override
    public UpdateControl<ServiceDatabase> reconcile(ServiceDatabase resource, Context<ServiceDatabase> context) {
        return UpdateControl.noUpdate();
    }

    @Override
    public List<EventSource<?, ServiceDatabase>> prepareEventSources(EventSourceContext<ServiceDatabase> context) {
        return List.of(new RelatedEventSource<>(caches, recent, context));
    }
}
