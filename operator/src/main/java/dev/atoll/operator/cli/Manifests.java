// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.kube.KindCache;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.kube.StoredForm;
import dev.atoll.operator.kube.WatchedKinds;
import dev.atoll.operator.meta.ConfigMapFacts;
import dev.atoll.operator.meta.KnownConfigMaps;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cluster that consists of manifests; of its objects, those are known that an operator there would watch. */
public final class Manifests implements KnownObjects {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private static final StoredForm STORED = new StoredForm(SERIALIZATION);

    private final List<? extends HasMetadata> resources;
    private final List<Document> others;
    private final List<HasMetadata> children = new ArrayList<>();
    private final Map<Class<?>, Listing<?>> listings = new HashMap<>();
    private final Set<Document> read = new HashSet<>();

    /**
     * @param resources those of Atoll's own kinds
     * @param others all other objects, each in its namespace
     */
    public Manifests(List<? extends HasMetadata> resources, List<Document> others) {
        this.resources = List.copyOf(resources);
        this.others = List.copyOf(others);
    }

    @Override
    @SuppressWarnings("unchecked") // the map holds a listing of T under T's class
    public <T extends HasMetadata> KindCache<T> of(Class<T> kind) {
        var known = listings.get(kind);
        if (known != null) {
            return (KindCache<T>) known;
        }
        var listing = new Listing<>(objects(kind));
        listings.put(kind, listing);
        return listing;
    }

    @Override
    public <T extends HasMetadata> KindCache<T> ofPrimary(Class<T> kind) {
        return new Listing<>(
                resources.stream().filter(kind::isInstance).map(kind::cast).toList());
    }

    @Override
    public <T extends HasMetadata> Optional<T> latest(Class<T> kind, String namespace, String name) {
        return of(kind).get(namespace, name);
    }

    /** If there is any Secret at all: people keep them apart from their manifests, and then nothing is said of them. */
    @Override
    public KnownSecrets secrets(HasMetadata resource, Set<String> names) {
        var found = named(resource, names, Secret.class, SecretFacts::of);
        return new KnownSecrets(found, isGiven(Secret.class));
    }

    @Override
    public KnownConfigMaps configMaps(HasMetadata resource, Set<String> names) {
        var found = named(resource, names, ConfigMap.class, ConfigMapFacts::of);
        return new KnownConfigMaps(found, isGiven(ConfigMap.class));
    }

    private boolean isGiven(Class<? extends HasMetadata> kind) {
        return others.stream().anyMatch(document -> HasMetadata.getKind(kind).equals(document.kind()));
    }

    private <T extends HasMetadata, F> Map<String, F> named(
            HasMetadata resource, Set<String> names, Class<T> kind, Function<T, F> facts) {
        var namespace = resource.getMetadata().getNamespace();
        var found = new HashMap<String, F>();
        others.stream()
                .filter(document -> HasMetadata.getKind(kind).equals(document.kind()))
                .filter(document -> namespace.equals(document.namespace()) && names.contains(document.name()))
                .forEach(document -> {
                    read.add(document);
                    found.put(document.name(), facts.apply(SERIALIZATION.convertValue(document.content(), kind)));
                });
        return found;
    }

    /** Adds what a resource becomes, for those that look at the children of others. */
    void add(List<HasMetadata> made) {
        children.addAll(made);
        listings.clear();
    }

    /** The objects that nobody has asked for so far. */
    public List<Document> unread() {
        return others.stream().filter(document -> !read.contains(document)).toList();
    }

    private <T extends HasMetadata> List<T> objects(Class<T> kind) {
        var given = others.stream()
                .filter(document -> HasMetadata.getKind(kind).equals(document.kind()))
                .filter(document -> HasMetadata.getApiVersion(kind).equals(document.apiVersion()))
                .map(document -> read(document, kind));
        var made = children.stream().filter(kind::isInstance).map(kind::cast);
        return Stream.concat(made, given).filter(WatchedKinds::sees).toList();
    }

    private <T extends HasMetadata> T read(Document document, Class<T> kind) {
        read.add(document);
        var object = SERIALIZATION.convertValue(document.content(), kind);
        // As a cluster's caches keep it: the line must not come to need more.
        STORED.reduce(object);
        return object;
    }

    private record Listing<T extends HasMetadata>(List<T> objects) implements KindCache<T> {
        @Override
        public Optional<T> get(String namespace, String name) {
            return list(namespace)
                    .filter(object -> name.equals(object.getMetadata().getName()))
                    .findFirst();
        }

        @Override
        public Stream<T> list(String namespace) {
            return objects.stream()
                    .filter(object -> namespace.equals(
                            Objects.requireNonNullElse(object.getMetadata().getNamespace(), "")));
        }

        @Override
        public Stream<T> all() {
            return objects.stream();
        }
    }
}
