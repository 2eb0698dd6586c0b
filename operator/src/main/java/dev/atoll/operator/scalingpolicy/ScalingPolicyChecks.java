// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;

/** Finds everything that is wrong with a ScalingPolicy and that its schema cannot see, all at once. */
final class ScalingPolicyChecks {
    private ScalingPolicyChecks() {}

    /** The model, or why there is none. */
    static Validated<ScalingPolicyModel> check(ScalingPolicyObserved observed) {
        if (observed.resource().getSpec().paused()) {
            return new Validated.Paused<>();
        }
        var conflicts = conflicts(observed);
        return conflicts.isEmpty()
                ? new Validated.Valid<>(ScalingPolicyModel.from(observed), unresolved(observed))
                : new Validated.Invalid<>(conflicts);
    }

    /** Two autoscalers of one Deployment would stop each other. */
    private static List<Violation> conflicts(ScalingPolicyObserved observed) {
        var own = observed.resource().getMetadata().getName();
        return observed.inCharge().stream()
                .map(policy -> policy.getMetadata().getName())
                .filter(name -> !name.equals(own))
                .map(name -> new Violation(
                        Reason.Conflict,
                        "spec.service",
                        "is scaled by ScalingPolicy %s already, which is older; delete one of the two, or name another service"
                                .formatted(name)))
                .toList();
    }

    private static List<Violation> unresolved(ScalingPolicyObserved observed) {
        return observed.service().isEmpty()
                ? List.of(new Violation(
                        Reason.ServiceNotFound,
                        "spec.service",
                        "Microservice %s does not exist in this namespace; create it, or correct the name"
                                .formatted(observed.resource().getSpec().service())))
                : unknownContainers(observed);
    }

    private static List<Violation> unknownContainers(ScalingPolicyObserved observed) {
        var violations = new ArrayList<Violation>();
        var metrics = observed.resource().getSpec().metrics();
        var known = observed.deployment().map(Containers::of).orElse(List.of());
        for (int i = 0; i < metrics.size(); i++) {
            var target = metrics.get(i).containerResource();
            if (target != null && !known.isEmpty() && !known.contains(target.container())) {
                violations.add(new Violation(
                        Reason.ContainerNotFound,
                        "spec.metrics[%d].containerResource.container".formatted(i),
                        "the pods have no container %s; use one of %s"
                                .formatted(target.container(), String.join(", ", known))));
            }
        }
        return violations;
    }
}
