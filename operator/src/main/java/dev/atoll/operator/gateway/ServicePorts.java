// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.Route.Target;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports of Services to which routes lead, by their numbers. */
public final class ServicePorts {
    private ServicePorts() {}

    /**
     * A port.
     *
     * @param service name of the Service
     * @param number the port of the Service
     */
    record ServicePort(String service, int number) {}

    static ServicePort of(Target target) {
        return new ServicePort(target.service(), target.portNumber());
    }

    /** Those to which an HTTPRoute leads; none for any other object. */
    static Set<ServicePort> of(HasMetadata object) {
        return object instanceof HTTPRoute route
                ? route.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getBackendRefs().stream())
                        .map(backend ->
                                new ServicePort(backend.getName(), Objects.requireNonNullElse(backend.getPort(), 0)))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Whether routes lead to a port of a Service to which the others do not. */
    public static boolean areLeft(
            List<? extends HasMetadata> routes, List<? extends HasMetadata> others, String service) {
        return !ofService(others, service).containsAll(ofService(routes, service));
    }

    private static Set<ServicePort> ofService(List<? extends HasMetadata> routes, String service) {
        return routes.stream()
                .flatMap(route -> of(route).stream())
                .filter(port -> port.service().equals(service))
                .collect(Collectors.toSet());
    }
}
