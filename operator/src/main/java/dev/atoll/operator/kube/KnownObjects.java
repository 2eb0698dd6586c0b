// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.KnownConfigMaps;
import dev.atoll.operator.meta.KnownSecrets;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the objects of a cluster without asking it. The operator knows its {@link ObjectCaches}; who only
 * wants to see what a resource would become gives manifests instead.
 */
public interface KnownObjects {

    /** The objects of a kind that is not one of Atoll's own. */
    <T extends HasMetadata> KindCache<T> of(Class<T> kind);

    /** The objects of one of Atoll's own kinds. */
    <T extends HasMetadata> KindCache<T> ofPrimary(Class<T> kind);

    /** Whether the cluster knows a kind at all; one that it does not know may not be asked for. */
    default boolean isServed(Class<? extends HasMetadata> kind) {
        return true;
    }

    /** One object that is not of Atoll's own kinds, as it is known best. */
    <T extends HasMetadata> Optional<T> latest(Class<T> kind, String namespace, String name);

    /**
     * What is known of other people's Secrets that a resource names in its own namespace: never what they hold.
     *
     * @param names all that it names
     */
    KnownSecrets secrets(HasMetadata resource, Set<String> names);

    /**
     * The same of other people's ConfigMaps.
     *
     * @param names all that it names
     */
    KnownConfigMaps configMaps(HasMetadata resource, Set<String> names);
}
