// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with a GatewayDefaults and that its schema cannot see. */
final class GatewayDefaultsChecks {
    private GatewayDefaultsChecks() {}

    /** The model, and which of its references lead nowhere. */
    static Validated<GatewayDefaultsModel> check(GatewayDefaultsObserved observed) {
        return new Validated.Valid<>(GatewayDefaultsModel.from(observed), unresolved(observed));
    }

    private static List<Violation> unresolved(GatewayDefaultsObserved observed) {
        return Optional.ofNullable(observed.resource().getSpec().auth()).stream()
                .flatMap(auth -> RouteTargets.asked(auth)
                        .flatMap(backend -> unresolved(
                                auth.forward() == null ? "spec.auth.jwt.jwksFrom" : "spec.auth.forward",
                                backend,
                                observed))
                        .stream())
                .toList();
    }

    private static Optional<Violation> unresolved(String field, Backend backend, GatewayDefaultsObserved observed) {
        var service = observed.services().apply(backend.service());
        if (service.isEmpty()) {
            return Optional.of(new Violation(
                    Reason.ServiceNotFound,
                    field + ".service",
                    "Microservice %s does not exist in this namespace; create it, or name another"
                            .formatted(backend.service())));
        }
        return Ports.find(service.get(), backend.port()).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.PortNotFound, field + ".port", Ports.missing(service.get(), backend.port())));
    }
}
