// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
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
 * Other people's Secrets that resources name. Each is watched by itself, as a kubelet does it for pods, and as long as a
 * resource names it: so no Secret is ever sent to the operator that nobody has named to it, however many a cluster has.
 */
final class NamedSecrets {
    private static final String KIND = "Secret";

    private final KubernetesClient client;
    private final Map<ObjectKey, WatchedSecret> watched = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> named = new ConcurrentHashMap<>();
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    NamedSecrets(KubernetesClient client) {
        this.client = client;
    }

    /**
     * What is known of the Secrets that a resource names, and from now on a watch of each of them. Blocks while that begins.
     *
     * @param names all that it names now, in its own namespace; those that it named before are forgotten
     */
    KnownSecrets of(HasMetadata resource, Set<String> names) {
        var found = new HashMap<String, SecretFacts>();
        for (var secret : follow(resource, names)) {
            secret.known().ifPresent(facts -> found.put(secret.name(), facts));
        }
        return new KnownSecrets(found, true);
    }

    /**
     * Calls the listener for every resource of a kind of which a named Secret has changed, comes or goes.
     *
     * @param kind of the resources
     * @param hearsEveryWrite also where nothing of the facts but the version has changed
     */
    void subscribe(String kind, boolean hearsEveryWrite, Consumer<ResourceID> wake) {
        listeners.put(kind, new Listener(hearsEveryWrite, wake));
    }

    synchronized boolean areAlive() {
        return watched.values().stream().allMatch(WatchedSecret::isAlive);
    }

    synchronized void stop() {
        watched.values().forEach(WatchedSecret::stop);
        watched.clear();
        named.clear();
    }

    private synchronized List<WatchedSecret> follow(HasMetadata resource, Set<String> names) {
        var id = ObjectKey.of(resource);
        var namespace = resource.getMetadata().getNamespace();
        var wanted = new HashSet<ObjectKey>();
        names.forEach(name -> wanted.add(new ObjectKey(KIND, namespace, name)));
        var before = wanted.isEmpty() ? named.remove(id) : named.put(id, wanted);
        if (before != null) {
            before.stream()
                    .filter(key -> !isNamed(key))
                    .flatMap(key -> Stream.ofNullable(watched.remove(key)))
                    .forEach(WatchedSecret::stop);
        }
        return wanted.stream()
                .map(key -> watched.computeIfAbsent(key, this::watch))
                .toList();
    }

    private WatchedSecret watch(ObjectKey key) {
        return new WatchedSecret(
                client.secrets()
                        .inNamespace(key.namespace())
                        .withName(key.name())
                        .runnableInformer(0),
                key.name(),
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
