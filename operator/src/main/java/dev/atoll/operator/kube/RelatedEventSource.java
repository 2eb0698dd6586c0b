// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the resources of one controller when an object changes that they own or refer to, and lets the other
 * controllers know when its own resources change.
 *
 * @param <P> the controller's kind
 */
public final class RelatedEventSource<P extends HasMetadata> extends AbstractEventSource<HasMetadata, P>
        implements ResourceEventAware<P> {
    private final ObjectCaches caches;
    private final RecentWrites recent;
    private final EventSourceContext<P> context;
    private final String kind;
    private final boolean isNamespaced;

    public RelatedEventSource(ObjectCaches caches, RecentWrites recent, EventSourceContext<P> context) {
        super(HasMetadata.class, "related");
        this.caches = caches;
        this.recent = recent;
        this.context = context;
        this.kind = HasMetadata.getKind(context.getPrimaryResourceClass());
        this.isNamespaced = Namespaced.class.isAssignableFrom(context.getPrimaryResourceClass());
    }

    /** Adds a kind whose every change matters, with the resources that one object concerns. */
    public <T extends HasMetadata> RelatedEventSource<P> wakenBy(
            Class<T> related, Function<T, Stream<ResourceID>> concerned) {
        caches.subscribe(related, (before, after) -> wakeAll(concerned, before, after));
        return this;
    }

    /** Adds a kind that matters when its spec changes, when it comes and when it goes. */
    public <T extends HasMetadata> RelatedEventSource<P> wakenBySpec(
            Class<T> related, Function<T, Stream<ResourceID>> concerned) {
        caches.subscribe(related, (before, after) -> {
            if (before == null || after == null || isOtherGeneration(before, after)) {
                wakeAll(concerned, before, after);
            }
        });
        return this;
    }

    /** Adds a kind of which one aspect matters, and whether there is such an object. */
    public <T extends HasMetadata> RelatedEventSource<P> wakenByChange(
            Class<T> related, Function<T, ?> aspect, Function<T, Stream<ResourceID>> concerned) {
        caches.subscribe(related, (before, after) -> {
            if (before == null || after == null || !aspect.apply(before).equals(aspect.apply(after))) {
                wakeAll(concerned, before, after);
            }
        });
        return this;
    }

    /** Adds kinds of which this controller's resources own objects. */
    public RelatedEventSource<P> wakenByChildren(Collection<Class<? extends HasMetadata>> children) {
        children.forEach(this::wakenByChild);
        return this;
    }

    /** Adds the Secrets that resources name, each for those that name it, when something is known to be otherwise. */
    public RelatedEventSource<P> wakenByNamedSecrets() {
        caches.subscribeToSecrets(kind, false, this::wake);
        return this;
    }

    /** The same at every write of them: what they hold may have changed. */
    public RelatedEventSource<P> wakenByWritesOfNamedSecrets() {
        caches.subscribeToSecrets(kind, true, this::wake);
        return this;
    }

    /** The same for ConfigMaps. */
    public RelatedEventSource<P> wakenByNamedConfigMaps() {
        caches.subscribeToConfigMaps(kind, this::wake);
        return this;
    }

    /** Called after the controller's informer has synced: from now on others may read its cache. */
    @Override
    public void start() {
        super.start();
        caches.offer(context.getPrimaryResourceClass(), context.getPrimaryCache());
    }

    @Override
    public void onResourceCreated(P resource) {
        caches.announce(context.getPrimaryResourceClass(), null, resource);
    }

    @Override
    public void onResourceUpdated(P resource, P before) {
        caches.announce(context.getPrimaryResourceClass(), before, resource);
    }

    @Override
    public void onResourceDeleted(P resource) {
        caches.announce(context.getPrimaryResourceClass(), resource, null);
    }

    @Override
    public Set<HasMetadata> getSecondaryResources(P primary) {
        // Reconcilers read from ObjectCaches.
        return Set.of();
    }

    private <T extends HasMetadata> void wakenByChild(Class<T> child) {
        caches.subscribe(child, (before, after) -> {
            var present = after != null ? after : before;
            if (present == null) {
                return;
            }
            owner(present).ifPresent(owner -> {
                if (after == null) {
                    recent.forget(present);
                } else if (recent.absorbs(after, () -> wake(owner))) {
                    return;
                }
                wake(owner);
            });
        });
    }

    /** The resource of this controller's kind that a child belongs to. */
    private Optional<ResourceID> owner(HasMetadata child) {
        var namespace = child.getMetadata().getNamespace();
        return child.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .filter(reference -> kind.equals(reference.getKind()))
                .map(reference -> reference.getName())
                .findFirst()
                .or(() -> Annotations.belongsTo(child, kind))
                .map(name -> isNamespaced ? new ResourceID(name, namespace) : new ResourceID(name));
    }

    private <T> void wakeAll(Function<T, Stream<ResourceID>> concerned, @Nullable T before, @Nullable T after) {
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .flatMap(concerned)
                .distinct()
                .forEach(this::wake);
    }

    private static boolean isOtherGeneration(HasMetadata before, HasMetadata after) {
        return !Objects.equals(
                before.getMetadata().getGeneration(), after.getMetadata().getGeneration());
    }

    private void wake(ResourceID resource) {
        getEventHandler().handleEvent(new Event(resource));
    }
}
