// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.meta.ReplicaNote;
import dev.atoll.operator.status.Reason;
import java.util.Optional;

/**
 * What stands between a valid policy and its autoscaler. All of it goes away without a change of the policy.
 *
 * <p>An autoscaler is made only once the Microservice has given up its number of replicas, and not while another one
 * scales the same Deployment. So nobody ever fights about the number, no Deployment is scaled that is not the
 * Microservice's, and a paused Microservice stays as it is. An autoscaler that is at work stays, though, since the
 * number is not the Microservice's any more.
 */
final class Obstacles {
    private Obstacles() {}

    static Optional<Blocked> among(ScalingPolicyObserved observed) {
        var name = observed.resource().getSpec().service();
        if (observed.service().isEmpty()) {
            return Optional.of(
                    new Blocked(Reason.ServiceNotFound, "There is no Microservice %s to scale.".formatted(name)));
        }
        if (isAtWork(observed)) {
            return Optional.empty();
        }
        if (observed.rival().isPresent()) {
            return waiting(
                    "HorizontalPodAutoscaler %s still scales %s; waiting until it is gone. If nothing deletes it, do."
                            .formatted(observed.rival().get().getMetadata().getName(), name));
        }
        return observed.deployment().filter(ReplicaNote::isAutoscaled).isPresent()
                ? Optional.empty()
                : waiting(notHandedOver(name, observed));
    }

    /** Whether the policy's autoscaler scales the service already. */
    private static boolean isAtWork(ScalingPolicyObserved observed) {
        return observed.deployment().isPresent()
                && observed.autoscaler()
                        .map(ScalingPolicyRelations::target)
                        .filter(observed.resource().getSpec().service()::equals)
                        .isPresent();
    }

    private static String notHandedOver(String name, ScalingPolicyObserved observed) {
        var isPaused =
                observed.service().filter(service -> service.getSpec().paused()).isPresent();
        if (isPaused) {
            return "Microservice %s is paused and has not given up its number of replicas; set its spec.paused to false."
                    .formatted(name);
        }
        return observed.deployment().isPresent()
                ? "Waiting for Microservice %s to give up its number of replicas; see its conditions.".formatted(name)
                : "Microservice %s has no Deployment of its own yet; see its conditions.".formatted(name);
    }

    private static Optional<Blocked> waiting(String message) {
        return Optional.of(new Blocked(Reason.Waiting, message));
    }
}
