// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator knows of one kind without asking the API server. Objects in it are shared: never change one.
 *
 * @param <T> the kind
 */
public interface KindCache<T extends HasMetadata> {

    /** The object of that name, in a namespace; cluster-scoped kinds pass an empty namespace. */
    Optional<T> get(String namespace, String name);

    /** All objects of a namespace. */
    Stream<T> list(String namespace);

    /** All objects that are watched, of every namespace. */
    Stream<T> all();

    /** The objects of a namespace that carry an owner reference with this UID. */
    default Stream<T> ownedBy(String namespace, String uid) {
        return list(namespace)
                .filter(object -> object.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner -> uid.equals(owner.getUid())));
    }
}
