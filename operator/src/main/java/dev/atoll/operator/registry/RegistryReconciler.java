// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.registry;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.EventPublisher;
import dev.atoll.operator.kube.ObjectCaches;
import dev.atoll.operator.kube.RecentWrites;
import dev.atoll.operator.kube.RelatedEventSource;
import dev.atoll.operator.kube.ResourceApplier;
import dev.atoll.operator.kube.Revisit;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Namespace → its services → model → desired ConfigMap → applied. There is no status to write. How often it runs is
 * limited for each namespace, so that many changes become one write.
 */
@ControllerConfiguration(name = "registry")
public final class RegistryReconciler implements Reconciler<Namespace> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final ResourceApplier applier;
    private final EventPublisher events;
    private final OperatorConfig config;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    RegistryReconciler(
            ObjectCaches caches,
            RecentWrites recent,
            ResourceApplier applier,
            EventPublisher events,
            OperatorConfig config) {
        this.caches = caches;
        this.recent = recent;
        this.applier = applier;
        this.events = events;
        this.config = config;
    }

    @Override
    public UpdateControl<Namespace> reconcile(Namespace namespace, Context<Namespace> context) {
        var name = namespace.getMetadata().getName();
        if (context.isPrimaryResourceDeleted() || namespace.isMarkedForDeletion()) {
            refused.remove(name);
            return Revisit.never();
        }
        var model = RegistryModel.from(caches.ofPrimary(Microservice.class).list(name));
        var desired = RegistryDesired.of(identity(namespace), model);
        var applied = applier.apply(identity(namespace), desired);
        tell(name, desired.objects(), applied);
        return Revisit.after(applied, config.retryInterval());
    }

    @Override
    public List<EventSource<?, Namespace>> prepareEventSources(EventSourceContext<Namespace> context) {
        return List.of(new RelatedEventSource<>(caches, recent, context)
                .wakenByChildren(RegistryDesired.KINDS)
                .wakenByChange(
                        Microservice.class,
                        RegistryReconciler::told,
                        service ->
                                Stream.of(new ResourceID(service.getMetadata().getNamespace()))));
    }

    /** What of a service stands in a registry, or decides whether it does. */
    private static List<Object> told(Microservice service) {
        return service.getStatus() == null
                ? List.of()
                : List.of(service.isMarkedForDeletion(), service.getStatus().endpoints());
    }

    private static Identity identity(Namespace namespace) {
        var name = namespace.getMetadata().getName();
        return new Identity(name, RegistryDesired.NAME, name, Identity.REGISTRY, OwnerRefs.controller(namespace));
    }

    /** A namespace has no conditions of Atoll's, so an event says once what is in the way. */
    private void tell(String namespace, List<HasMetadata> desired, Applied applied) {
        if (applied.isComplete()) {
            refused.remove(namespace);
        } else if (refused.add(namespace)) {
            var blocked = applied.blocked().getFirst();
            events.warn(desired.getFirst(), blocked.reason(), message(namespace, blocked));
        }
    }

    private static String message(String namespace, Applied.Blocked blocked) {
        return blocked.reason() == Reason.NotOwned
                ? ("ConfigMap %s exists and was not made by Atoll; it is left as it is, and namespace %s has no registry."
                                + " Delete or rename it.")
                        .formatted(RegistryDesired.NAME, namespace)
                : blocked.message();
    }
}
