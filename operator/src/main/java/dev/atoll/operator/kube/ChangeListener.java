// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every change of a kind, after the cache has it.
 *
 * @param <T> the kind
 */
@FunctionalInterface
interface ChangeListener<T extends HasMetadata> {

    /**
     * Called once a change.
     *
     * @param before the object as it was; null when it is new
     * @param after the object as it is; null when it was deleted
     */
    void onChange(@Nullable T before, @Nullable T after);
}
