// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.ReplicaNote;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who decides the number of pods, and how many there can be.
 *
 * <p>While a ScalingPolicy or nobody decides, the Deployment is applied without {@code spec.replicas}. When a policy
 * goes, the number that its autoscaler left stays until somebody edits {@code spec.replicas}: taking back must not
 * change the number of running pods. What was agreed stands in {@link Annotations#REPLICAS} of the Deployment.
 *
 * @param owned the number that Atoll applies; null when it is not Atoll's to decide
 * @param note the annotation that the Deployment is to carry, see {@link ReplicaNote}; null for none
 * @param isHeld whether {@code owned} is what a policy left, and not what the spec says
 * @param possible the highest number that there can be
 */
public record Replicas(@Nullable Integer owned, @Nullable String note, boolean isHeld, int possible) {

    /** Decides for an observed Microservice. */
    static Replicas of(MicroserviceObserved observed) {
        var wanted = observed.resource().getSpec().replicas();
        var running = observed.deployment().map(Replicas::running).orElse(1);
        var most = most(observed);
        if (most.isPresent()) {
            return new Replicas(null, ReplicaNote.AUTOSCALED, false, Math.max(most.get(), running));
        }
        if (wanted == null) {
            return new Replicas(null, null, false, running);
        }
        return observed.deployment()
                .flatMap(deployment -> kept(deployment, wanted))
                .map(kept -> new Replicas(kept, ReplicaNote.held(kept, wanted), true, Math.max(kept, wanted)))
                .orElseGet(() -> new Replicas(wanted, null, false, wanted));
    }

    /** Whether the number is left to an autoscaler. */
    public boolean isAutoscaled() {
        return ReplicaNote.AUTOSCALED.equals(note);
    }

    /** The number kept since a policy went, if {@code spec.replicas} says another one. */
    public Optional<Integer> held() {
        return isHeld ? Optional.ofNullable(owned) : Optional.empty();
    }

    /** The most that an autoscaler may ask for; nothing when there is none and no policy wants one. */
    private static Optional<Integer> most(MicroserviceObserved observed) {
        return observed.scaling()
                .map(policy -> policy.getSpec().maxReplicas())
                .or(() -> observed.autoscaler()
                        .map(autoscaler -> autoscaler.getSpec().getMaxReplicas()));
    }

    private static Optional<Integer> kept(Deployment deployment, int wanted) {
        int running = running(deployment);
        return ReplicaNote.isAutoscaled(deployment) && running != wanted
                ? Optional.of(running)
                : ReplicaNote.held(deployment, wanted);
    }

    private static int running(Deployment deployment) {
        var replicas = deployment.getSpec().getReplicas();
        return replicas == null ? 1 : replicas;
    }
}
