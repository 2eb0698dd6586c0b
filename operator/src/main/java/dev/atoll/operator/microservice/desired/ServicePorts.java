// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ports of a Service. They lead to the container's ports by name, so that a number can change in one place. */
final class ServicePorts {
    private ServicePorts() {}

    static List<ServicePort> of(List<Port> ports) {
        return ports.stream().map(ServicePorts::of).toList();
    }

    private static ServicePort of(Port port) {
        // spotless:off
        return new ServicePortBuilder()
            .withName(port.name())
            .withPort(Objects.requireNonNullElse(port.servicePort(), port.port()))
            .withTargetPort(new IntOrString(port.name()))
            .withProtocol(transport(port.protocol()))
            .withAppProtocol(appProtocol(port.protocol()))
            .build();
        // spotless:on
    }

    /** The transport protocol of a port. */
    static String transport(Protocol protocol) {
        return protocol == Protocol.UDP ? "UDP" : "TCP";
    }

    /** What gateways and meshes are told; for gRPC the well-known name of cleartext HTTP/2. */
    private static @Nullable String appProtocol(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> "http";
            case GRPC -> "kubernetes.io/h2c";
            case TCP, UDP -> null;
        };
    }
}
