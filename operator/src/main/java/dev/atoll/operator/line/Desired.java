// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a custom resource is to become.
 *
 * @param objects applied in this order and kept so; equal content in every reconcile
 * @param once created where they are missing and never changed afterwards
 * @param prunable the kinds of which the resource's other children are deleted; never a kind that holds data
 */
public record Desired(List<HasMetadata> objects, List<Once> once, List<Class<? extends HasMetadata>> prunable) {
    private static final Desired UNTOUCHED = new Desired(List.of(), List.of(), List.of());

    public Desired {
        objects = List.copyOf(objects);
        once = List.copyOf(once);
        prunable = List.copyOf(prunable);
    }

    /** Everything stays as it is in the cluster. */
    public static Desired untouched() {
        return UNTOUCHED;
    }

    /**
     * An object whose content is made up when it is created, such as a password.
     *
     * @param kind its class
     * @param namespace its namespace
     * @param name its name
     * @param content makes the object, its metadata included; called only when the object seems to be missing
     */
    public record Once(
            Class<? extends HasMetadata> kind,
            String namespace,
            String name,
            Supplier<? extends HasMetadata> content) {}
}
