// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * What became of the desired state.
 *
 * @param objects the children as they are in the cluster now, as far as known
 * @param blocked the objects that could not be written, with the remedy
 * @param written number of objects that were created, changed or deleted
 */
public record Applied(List<HasMetadata> objects, List<Blocked> blocked, int written) {

    public Applied {
        objects = List.copyOf(objects);
        blocked = List.copyOf(blocked);
    }

    /** Whether every object is in the cluster as desired. */
    public boolean isComplete() {
        return blocked.isEmpty();
    }

    /** The child of a kind and name. */
    public <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> name.equals(object.getMetadata().getName()))
                .findFirst();
    }

    /**
     * An object that stays as it is.
     *
     * @param reason why
     * @param message the object, the problem and the remedy
     */
    public record Blocked(Reason reason, String message) {}
}
