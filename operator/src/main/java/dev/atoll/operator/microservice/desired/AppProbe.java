// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.HealthCheck;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.operator.meta.Omit;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A probe. */
final class AppProbe {
    private AppProbe() {}

    static @Nullable Probe of(@Nullable HealthCheck check, List<Port> ports) {
        if (check == null) {
            return null;
        }
        // spotless:off
        var probe = new ProbeBuilder()
            .withInitialDelaySeconds(Omit.zero(check.initialDelaySeconds()))
            .withPeriodSeconds(check.periodSeconds())
            .withTimeoutSeconds(check.timeoutSeconds())
            .withSuccessThreshold(check.successThreshold())
            .withFailureThreshold(check.failureThreshold());
        // spotless:on
        if (!check.command().isEmpty()) {
            return probe.withExec(new ExecAction(check.command())).build();
        }
        var port = port(check, ports);
        if (check.path() != null) {
            // spotless:off
            return probe
                .withNewHttpGet()
                    .withPath(check.path())
                    .withPort(new IntOrString(port.name()))
                .endHttpGet()
                .build();
            // spotless:on
        }
        return check.grpcService() != null
                // A gRPC probe knows ports by number only.
                ? probe.withNewGrpc(port.port(), check.grpcService()).build()
                : probe.withTcpSocket(new TCPSocketAction(null, new IntOrString(port.name())))
                        .build();
    }

    private static Port port(HealthCheck check, List<Port> ports) {
        return ports.stream()
                .filter(port -> check.port() == null || check.port().equals(port.name()))
                .findFirst()
                .orElseThrow();
    }
}
