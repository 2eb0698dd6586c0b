// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.Dependency;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The graph of services that call each other, seen from one of them. */
final class Dependencies {
    private Dependencies() {}

    /** The dependencies that lead nowhere yet. */
    static List<Violation> unresolved(MicroserviceObserved observed) {
        var violations = new ArrayList<Violation>();
        var dependencies = observed.resource().getSpec().dependencies();
        for (int i = 0; i < dependencies.size(); i++) {
            problem(dependencies.get(i), "spec.dependencies[%d]".formatted(i), observed)
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static Optional<Violation> problem(Dependency dependency, String field, MicroserviceObserved observed) {
        var target = observed.siblings().apply(dependency.service());
        if (target.isEmpty()) {
            return dependency.optional()
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            Reason.ServiceNotFound,
                            field + ".service",
                            "Microservice %s does not exist in this namespace; create it, or make the dependency optional"
                                    .formatted(dependency.service())));
        }
        return Ports.find(target.get(), dependency.port()).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.PortNotFound, field + ".port", Ports.missing(target.get(), dependency.port())));
    }

    /** A way along dependencies that comes back to the service, as names; empty when there is none. */
    static List<String> cycle(MicroserviceObserved observed) {
        var start = observed.resource();
        var path = new ArrayList<String>();
        return search(start, start.getMetadata().getName(), observed, new HashSet<>(), path) ? path : List.of();
    }

    private static boolean search(
            Microservice from, String goal, MicroserviceObserved observed, Set<String> seen, List<String> path) {
        path.add(from.getMetadata().getName());
        for (var dependency : from.getSpec().dependencies()) {
            if (dependency.service().equals(goal)) {
                path.add(goal);
                return true;
            }
            if (seen.add(dependency.service())) {
                var next = observed.siblings().apply(dependency.service());
                if (next.isPresent() && search(next.get(), goal, observed, seen, path)) {
                    return true;
                }
            }
        }
        path.removeLast();
        return false;
    }
}
