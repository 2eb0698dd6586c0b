// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.operator.meta.Annotations;
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
 * @param note the annotation that the Deployment is to carry; null for none
 * @param possible the highest number that there can be
 */
public record Replicas(@Nullable Integer owned, @Nullable String note, int possible) {
    private static final String AUTOSCALED = "autoscaled";
    private static final String HELD = "held:";

    /** Decides for an observed Microservice. */
    static Replicas of(MicroserviceObserved observed) {
        var wanted = observed.resource().getSpec().replicas();
        var running = observed.deployment().map(Replicas::running).orElse(1);
        if (observed.scaling().isPresent()) {
            return new Replicas(
                    null, AUTOSCALED, observed.scaling().get().getSpec().maxReplicas());
        }
        if (observed.autoscaled()) {
            return new Replicas(null, AUTOSCALED, running);
        }
        if (wanted == null) {
            return new Replicas(null, null, running);
        }
        return observed.deployment()
                .flatMap(deployment -> held(deployment, wanted))
                .orElseGet(() -> new Replicas(wanted, null, wanted));
    }

    /** Whether a Deployment is scaled by an autoscaler, as far as Atoll has agreed to it. */
    static boolean isAutoscaled(Deployment deployment) {
        return note(deployment).filter(AUTOSCALED::equals).isPresent();
    }

    /** The number kept since a policy went, if {@code spec.replicas} says another one. */
    public Optional<Integer> held() {
        return note != null && note.startsWith(HELD) ? Optional.ofNullable(owned) : Optional.empty();
    }

    private static Optional<Replicas> held(Deployment deployment, int wanted) {
        int running = running(deployment);
        if (isAutoscaled(deployment) && running != wanted) {
            return Optional.of(held(running, wanted));
        }
        return note(deployment)
                .filter(note -> note.startsWith(HELD) && note.endsWith(":" + wanted))
                .map(note -> held(Integer.parseInt(note.substring(HELD.length(), note.lastIndexOf(':'))), wanted));
    }

    private static Replicas held(int running, int wanted) {
        return new Replicas(running, HELD + running + ":" + wanted, Math.max(running, wanted));
    }

    private static Optional<String> note(Deployment deployment) {
        return Annotations.get(deployment, Annotations.REPLICAS);
    }

    private static int running(Deployment deployment) {
        var replicas = deployment.getSpec().getReplicas();
        return replicas == null ? 1 : replicas;
    }
}
