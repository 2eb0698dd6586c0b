// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.meta.ConfigMapFacts;
import dev.atoll.operator.meta.KnownConfigMaps;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the operator reads: one cache a kind, shared by all reconcilers, started when it is first asked
 * for and complete before it gives its first answer. Kinds that nobody uses cost neither requests nor memory.
 *
 * <p>The custom resources are not watched twice: their caches are those of the controllers, which
 * {@link #offer(Class, IndexedResourceCache)} hands in.
 */
@ApplicationScoped
public class ObjectCaches implements KnownObjects {
    private static final long CONTROLLER_TIMEOUT_SECONDS = 120;

    private final KubernetesClient client;
    private final RecentWrites recent;
    private final ServedKinds served;
    private final NamedObjects<Secret, SecretFacts> secrets;
    private final NamedObjects<ConfigMap, ConfigMapFacts> configMaps;
    private final StoredForm form;
    private final List<String> namespaces;
    private final Map<Class<?>, InformerCache<?>> informers = new ConcurrentHashMap<>();
    private final Map<Class<?>, CompletableFuture<KindCache<?>>> primaries = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<ChangeListener<?>>> listeners = new ConcurrentHashMap<>();

    ObjectCaches(KubernetesClient client, RecentWrites recent, ServedKinds served, OperatorConfig config) {
        this.client = client;
        this.recent = recent;
        this.served = served;
        this.secrets = new NamedObjects<>(client, NamedKind.SECRET);
        this.configMaps = new NamedObjects<>(client, NamedKind.CONFIG_MAP);
        this.form = new StoredForm(client.getKubernetesSerialization());
        this.namespaces = config.namespaces().map(List::copyOf).orElse(List.of());
    }

    /** The cache of a kind that is not one of Atoll's own; blocks while its informer starts. */
    @Override
    @SuppressWarnings("unchecked") // the map holds a cache of T under T's class
    public <T extends HasMetadata> KindCache<T> of(Class<T> kind) {
        var cache = informers.get(kind);
        return (KindCache<T>) (cache != null ? cache : informers.computeIfAbsent(kind, ignored -> start(kind)));
    }

    /** Whether a kind is served; costs a request only for kinds of optional APIs, see {@link ServedKinds}. */
    @Override
    public boolean isServed(Class<? extends HasMetadata> kind) {
        return !WatchedKinds.isOptional(kind) || served.contains(kind);
    }

    /** One object as it is known best: from the cache, or as this operator has just written it. */
    @Override
    public <T extends HasMetadata> Optional<T> latest(Class<T> kind, String namespace, String name) {
        var key = new ObjectKey(HasMetadata.getKind(kind), namespace, name);
        return recent.newest(key, of(kind).get(namespace, name));
    }

    /** The cache of one of Atoll's own kinds; blocks until its controller has started. */
    @Override
    @SuppressWarnings("unchecked") // the map holds a cache of T under T's class
    public <T extends HasMetadata> KindCache<T> ofPrimary(Class<T> kind) {
        return (KindCache<T>) primary(kind)
                .copy()
                .orTimeout(CONTROLLER_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The cache of any kind, of Atoll's own as well. */
    <T extends HasMetadata> KindCache<T> known(Class<T> kind) {
        return primaries.containsKey(kind) ? ofPrimary(kind) : of(kind);
    }

    /** Watches them from now on, until the resource names others or {@link #forget} is called. */
    @Override
    public KnownSecrets secrets(HasMetadata resource, Set<String> names) {
        return new KnownSecrets(secrets.of(resource, names), true);
    }

    /** Watches them as it does Secrets. */
    @Override
    public KnownConfigMaps configMaps(HasMetadata resource, Set<String> names) {
        return new KnownConfigMaps(configMaps.of(resource, names), true);
    }

    /** Stops to watch the Secrets that only this resource names. */
    public void forget(HasMetadata resource) {
        secrets.of(resource, Set.of());
    }

    /** Whether every informer that was started still runs. */
    public boolean areAlive() {
        return secrets.areAlive()
                && configMaps.areAlive()
                && informers.values().stream().allMatch(InformerCache::isAlive);
    }

    /** The kinds that are watched now. */
    public Set<Class<?>> watched() {
        return Set.copyOf(informers.keySet());
    }

    /** Hands in the cache of a controller whose informer has synced. */
    <T extends HasMetadata> void offer(Class<T> kind, IndexedResourceCache<T> cache) {
        primary(kind).complete(new PrimaryCache<>(cache));
    }

    /**
     * Calls the listener for every resource of a kind of which a named Secret changes.
     *
     * @param hearsEveryWrite also where that changes nothing that is known but the version
     */
    void subscribeToSecrets(String kind, boolean hearsEveryWrite, Consumer<ResourceID> listener) {
        secrets.subscribe(kind, hearsEveryWrite, listener);
    }

    /** The same for named ConfigMaps. */
    void subscribeToConfigMaps(String kind, Consumer<ResourceID> listener) {
        configMaps.subscribe(kind, false, listener);
    }

    /** Calls the listener for every later change of a kind. */
    <T extends HasMetadata> void subscribe(Class<T> kind, ChangeListener<T> listener) {
        listeners.computeIfAbsent(kind, ignored -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Tells the listeners of a kind that one of its objects changed. */
    @SuppressWarnings("unchecked") // listeners are kept under the class of what they listen to
    <T extends HasMetadata> void announce(Class<T> kind, @Nullable T before, @Nullable T after) {
        for (var listener : listeners.getOrDefault(kind, List.of())) {
            ((ChangeListener<T>) listener).onChange(before, after);
        }
    }

    private CompletableFuture<KindCache<?>> primary(Class<?> kind) {
        return primaries.computeIfAbsent(kind, ignored -> new CompletableFuture<>());
    }

    private <T extends HasMetadata> InformerCache<T> start(Class<T> kind) {
        var cache = new InformerCache<>(informersOf(kind), form, (before, after) -> announce(kind, before, after));
        cache.start();
        return cache;
    }

    private <T extends HasMetadata> List<SharedIndexInformer<T>> informersOf(Class<T> kind) {
        var selector = WatchedKinds.selector(kind);
        if (namespaces.isEmpty() || WatchedKinds.isClusterScoped(kind)) {
            return List.of(client.resources(kind)
                    .inAnyNamespace()
                    .withLabelSelector(selector)
                    .runnableInformer(0));
        }
        return namespaces.stream()
                .map(namespace -> client.resources(kind)
                        .inNamespace(namespace)
                        .withLabelSelector(selector)
                        .runnableInformer(0))
                .toList();
    }

    @PreDestroy
    void stop() {
        secrets.stop();
        configMaps.stop();
        informers.values().forEach(InformerCache::stop);
    }
}
