// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/** What the claim of a volume says: how large it is, and whether the data is safe. */
final class Volumes {
    private static final String STORAGE = "storage";
    private static final Quantity NOTHING = new Quantity("0");

    private Volumes() {}

    /** What a claim is to ask for: the wanted size as soon as it may grow, and never less than it asks for already. */
    static Quantity wanted(PersistentVolumeClaim claim, Quantity wanted) {
        var requested = requested(claim);
        return isBound(claim) && isLess(requested, wanted) ? wanted : requested;
    }

    /** What a claim asks for. */
    static Quantity requested(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources().getRequests().getOrDefault(STORAGE, NOTHING);
    }

    /** What a claim has; nothing before it is bound. */
    static Optional<Quantity> capacity(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.getStatus())
                .flatMap(status -> Optional.ofNullable(status.getCapacity()))
                .flatMap(capacity -> Optional.ofNullable(capacity.get(STORAGE)));
    }

    /** Whether it has a volume; only such a claim can grow. */
    private static boolean isBound(PersistentVolumeClaim claim) {
        return isIn("Bound", claim);
    }

    private static boolean isLost(PersistentVolumeClaim claim) {
        return isIn("Lost", claim);
    }

    /** What a reader of the status should know about the size of a volume. */
    static String remark(PersistentVolumeClaim claim, Quantity wanted) {
        var requested = requested(claim);
        if (isLess(wanted, requested)) {
            return "; its volume has %s, more than spec.storage.size (%s), for a volume cannot shrink"
                    .formatted(requested, wanted);
        }
        return capacity(claim)
                .filter(present -> isLess(present, requested))
                .map(present -> "; its volume is growing from %s to %s".formatted(present, requested))
                .orElse("");
    }

    /** Why the data is lost, or will be with the next restart of the pod. */
    static Optional<WorkloadHealth> loss(PersistentVolumeClaim claim) {
        if (isLost(claim)) {
            return Optional.of(lost("%s has lost its PersistentVolume; restore the volume, or delete the claim"
                    .formatted(text(claim))));
        }
        return claim.isMarkedForDeletion()
                ? Optional.of(lost("%s is being deleted and goes when no pod uses it any longer; save the data before"
                        .formatted(text(claim))))
                : Optional.empty();
    }

    /** What a claim without a volume waits for. */
    static Optional<WorkloadHealth> wait(PersistentVolumeClaim claim) {
        if (!isIn("Pending", claim)) {
            return Optional.empty();
        }
        var storageClass = claim.getSpec().getStorageClassName();
        var hint = storageClass == null
                ? "names no StorageClass and the cluster has no default one; mark a StorageClass as the default"
                : "waits for a volume of StorageClass %s; kubectl describe pvc %s tells what holds it up"
                        .formatted(storageClass, claim.getMetadata().getName());
        return Optional.of(new WorkloadHealth(false, Reason.VolumePending, text(claim) + " " + hint, false));
    }

    private static WorkloadHealth lost(String message) {
        return new WorkloadHealth(false, Reason.VolumeLost, message, true);
    }

    private static String text(PersistentVolumeClaim claim) {
        return "PersistentVolumeClaim %s (%s)".formatted(claim.getMetadata().getName(), requested(claim));
    }

    private static boolean isLess(Quantity one, Quantity other) {
        return one.getNumericalAmount().compareTo(other.getNumericalAmount()) < 0;
    }

    private static boolean isIn(String phase, PersistentVolumeClaim claim) {
        return claim.getStatus() != null && phase.equals(claim.getStatus().getPhase());
    }
}
