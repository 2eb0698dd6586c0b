// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Optional;

/**
 * The headless twin of the Service, for a service that speaks gRPC: its name resolves to every ready pod, so that a
 * client can spread its calls. Through the Service, one long-lived HTTP/2 connection would end at one pod.
 */
public final class AppHeadlessService {
    private AppHeadlessService() {}

    public static Optional<Service> of(MicroserviceModel model) {
        if (model.ports().stream().noneMatch(port -> port.protocol() == Protocol.GRPC)) {
            return Optional.empty();
        }
        // spotless:off
        return Optional.of(new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(Names.headless(model.identity().name()))
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withClusterIP("None")
                .withSelector(Labels.selector(model.identity()))
                .withPorts(ServicePorts.of(model.ports()))
            .endSpec()
            .build());
        // spotless:on
    }
}
