// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Objects;

/** Owner references: a child goes when its custom resource goes. */
public final class OwnerRefs {
    private OwnerRefs() {}

    /** The reference that makes {@code owner} the controller of a child in its namespace. */
    public static OwnerReference controller(HasMetadata owner) {
        // Without blockOwnerDeletion: it would need update rights on the owner's finalizers and gain nothing here.
        return new OwnerReferenceBuilder(further(owner))
                .withController(true)
                .withBlockOwnerDeletion(false)
                .build();
    }

    /** The reference to an owner beside the controller: the object goes when the last of its owners does. */
    public static OwnerReference further(HasMetadata owner) {
        // spotless:off
        return new OwnerReferenceBuilder()
            .withApiVersion(owner.getApiVersion())
            .withKind(owner.getKind())
            .withName(owner.getMetadata().getName())
            .withUid(owner.getMetadata().getUid())
            .build();
        // spotless:on
    }

    /** Whether {@code owner} is the controller of {@code child}: this very object, not an earlier one of its name. */
    public static boolean isControlledBy(HasMetadata child, HasMetadata owner) {
        return child.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .anyMatch(reference ->
                        Objects.equals(reference.getUid(), owner.getMetadata().getUid())
                                && owner.getKind().equals(reference.getKind()));
    }

    /** Whether {@code child} is controlled by the very object that {@code owner} points at, by UID. */
    public static boolean isOwnedBy(HasMetadata child, OwnerReference owner) {
        return child.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference -> owner.getUid().equals(reference.getUid()));
    }
}
