// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.microservice.Port;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ports of a Microservice, as others refer to them. */
public final class Ports {
    private Ports() {}

    /** The port of that name, or the first one where a reference names none. */
    public static Optional<Port> find(Microservice service, @Nullable String name) {
        return service.getSpec().ports().stream()
                .filter(port -> name == null || name.equals(port.name()))
                .findFirst();
    }

    /** The port of the Service, which is the container's unless the spec says otherwise. */
    public static int servicePort(Port port) {
        return Objects.requireNonNullElse(port.servicePort(), port.port());
    }

    /** What a reference to a port that does not exist is told. */
    public static String missing(Microservice service, @Nullable String name) {
        List<String> known = service.getSpec().ports().stream().map(Port::name).toList();
        return "Microservice %s has no port %s; it has %s"
                .formatted(
                        service.getMetadata().getName(),
                        name == null ? "at all" : name,
                        known.isEmpty() ? "none" : String.join(", ", known));
    }
}
