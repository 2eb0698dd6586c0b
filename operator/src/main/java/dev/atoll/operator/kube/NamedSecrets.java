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
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Map<ResourceID, Set<ObjectKey>> named = new ConcurrentHashMap<>();
    private final List<Consumer<ResourceID>> listeners = new CopyOnWriteArrayList<>();

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

    /** Calls the listener for every resource of which a named Secret has changed, comes or goes. */
    void subscribe(Consumer<ResourceID> listener) {
        listeners.add(listener);
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
        var id = ResourceID.fromResource(resource);
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
                () -> wake(key));
    }

    private boolean isNamed(ObjectKey key) {
        return named.values().stream().anyMatch(keys -> keys.contains(key));
    }

    /** Called by informers, which hold locks of their own: so it takes none. */
    private void wake(ObjectKey key) {
        named.forEach((resource, keys) -> {
            if (keys.contains(key)) {
                listeners.forEach(listener -> listener.accept(resource));
            }
        });
    }
}
