// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** How an existing object stands to the custom resource that desires one of its name. */
public enum Standing {
    /** It is a child of this very resource, by UID, or it was kept for a resource of this kind and name. */
    OURS,
    /** It is on its way out: it is being deleted, or its owner, an earlier resource of this name, is gone. */
    LEAVING,
    /** Somebody else made it. */
    FOREIGN;

    /** Judges by owner reference; an object without a controller by {@link Annotations#BELONGS_TO}. */
    public static Standing of(HasMetadata existing, Identity identity) {
        if (existing.isMarkedForDeletion()) {
            return LEAVING;
        }
        var controller = existing.getMetadata().getOwnerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst();
        if (controller.isEmpty()) {
            return isKeptFor(existing, identity) ? OURS : FOREIGN;
        }
        var owner = controller.get();
        if (owner.getUid().equals(identity.owner().getUid())) {
            return OURS;
        }
        boolean sameName = owner.getKind().equals(identity.owner().getKind())
                && owner.getName().equals(identity.owner().getName());
        return sameName ? LEAVING : FOREIGN;
    }

    private static boolean isKeptFor(HasMetadata existing, Identity identity) {
        return Annotations.get(existing, Annotations.BELONGS_TO)
                .filter(Annotations.belongsTo(identity)::equals)
                .isPresent();
    }
}
