// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The container, named like the service so that {@code kubectl logs} and podTemplate find it. */
final class AppContainer {
    private AppContainer() {}

    static Container of(MicroserviceModel model) {
        var container = model.container();
        var health = container.health();
        // spotless:off
        return new ContainerBuilder()
            .withName(model.identity().name())
            .withImage(container.image())
            .withImagePullPolicy(container.imagePullPolicy())
            .withCommand(container.command())
            .withArgs(container.args())
            .withPorts(ports(model.ports()))
            .withEnv(container.env())
            .withEnvFrom(container.envFrom())
            .withVolumeMounts(AppVolumes.mounts(model))
            .withStartupProbe(AppProbe.of(health.startup(), model.ports()))
            .withReadinessProbe(AppProbe.of(health.readiness(), model.ports()))
            .withLivenessProbe(AppProbe.of(health.liveness(), model.ports()))
            .withLifecycle(drain(model.pod().shutdown().drainSeconds()))
            .withNewResources()
                .withRequests(container.resources().requests())
                .withLimits(container.resources().limits())
            .endResources()
            .withSecurityContext(SafeSecurity.container(container.securityContext()))
            .build();
        // spotless:on
    }

    private static List<ContainerPort> ports(List<Port> ports) {
        return ports.stream()
                .map(port -> new ContainerPortBuilder()
                        .withName(port.name())
                        .withContainerPort(port.port())
                        .withProtocol(ServicePorts.transport(port.protocol()))
                        .build())
                .toList();
    }

    /** Goes on serving for a while after the pod was taken out of the Service: callers hear of that with a delay. */
    private static @Nullable Lifecycle drain(int seconds) {
        if (seconds == 0) {
            return null;
        }
        // spotless:off
        return new LifecycleBuilder()
            .withNewPreStop()
                .withNewSleep((long) seconds)
            .endPreStop()
            .build();
        // spotless:on
    }
}
