// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Other people's objects of a kind that resources name. Each is watched by itself, as a kubelet does it for pods, and as long as a
 * resource names it: so no Secret is ever sent to the operator that nobody has named to it, however many a cluster has.
 *
 * @param <T> the kind
 * @param <F> what may be known of an object
 */
final class NamedObjects<T extends HasMetadata, F> {
    private final KubernetesClient client;
    private final NamedKind<T, F> kind;
    private final Map<ObjectKey, WatchedObject<T, F>> watched = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> named = new ConcurrentHashMap<>();
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    NamedObjects(KubernetesClient client, NamedKind<T, F> kind) {
        this.client = client;
        this.kind = kind;
    }

    /**
     * What is known of the objects that a resource names, and from now on a watch of each of them. Blocks while that begins.
     *
     * @param names all that it names now, in its own namespace; those that it named before are forgotten
     */
    Map<String, F> of(HasMetadata resource, Set<String> names) {
        var found = new HashMap<String, F>();
        for (var object : follow(resource, names)) {
            object.known().ifPresent(facts -> found.put(object.name(), facts));
        }
        return found;
    }

    /**
     * Calls the listener for every resource of a kind of which a named object has changed, comes or goes.
     *
     * @param owners kind of the resources
     * @param hearsEveryWrite also where nothing of the facts but the version has changed
     */
    void subscribe(String owners, boolean hearsEveryWrite, Consumer<ResourceID> wake) {
        listeners.put(owners, new Listener(hearsEveryWrite, wake));
    }

    synchronized boolean areAlive() {
        return watched.values().stream().allMatch(WatchedObject::isAlive);
    }

    synchronized void stop() {
        watched.values().forEach(WatchedObject::stop);
        watched.clear();
        named.clear();
    }

    private synchronized List<WatchedObject<T, F>> follow(HasMetadata resource, Set<String> names) {
        var id = ObjectKey.of(resource);
        var namespace = resource.getMetadata().getNamespace();
        var wanted = new HashSet<ObjectKey>();
        names.forEach(name -> wanted.add(new ObjectKey(HasMetadata.getKind(kind.type()), namespace, name)));
        var before = wanted.isEmpty() ? named.remove(id) : named.put(id, wanted);
        if (before != null) {
            before.stream()
                    .filter(key -> !isNamed(key))
                    .flatMap(key -> Stream.ofNullable(watched.remove(key)))
                    .forEach(WatchedObject::stop);
        }
        return wanted.stream()
                .map(key -> watched.computeIfAbsent(key, this::watch))
                .toList();
    }

    private WatchedObject<T, F> watch(ObjectKey key) {
        return new WatchedObject<>(
                client.resources(kind.type())
                        .inNamespace(key.namespace())
                        .withName(key.name())
                        .runnableInformer(0),
                key.name(),
                kind,
                isNews -> wake(key, isNews));
    }

    private boolean isNamed(ObjectKey key) {
        return named.values().stream().anyMatch(keys -> keys.contains(key));
    }

    /** Called by informers, which hold locks of their own: so it takes none. */
    private void wake(ObjectKey key, boolean isNews) {
        named.forEach((resource, keys) -> {
            var listener = listeners.get(resource.kind());
            if (keys.contains(key) && listener != null && (isNews || listener.hearsEveryWrite())) {
                listener.wake().accept(new ResourceID(resource.name(), resource.namespace()));
            }
        });
    }

    private record Listener(boolean hearsEveryWrite, Consumer<ResourceID> wake) {}
}
