// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.SessionAffinity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Optional;

/** The Service in front of the pods; none for a service that listens on nothing. */
public final class AppService {
    private AppService() {}

    public static Optional<Service> of(MicroserviceModel model) {
        if (model.ports().isEmpty()) {
            return Optional.empty();
        }
        var options = model.service();
        var distribution = options.trafficDistribution();
        // spotless:off
        return Optional.of(new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(options.annotations())
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withType(options.type().name())
                .withSelector(Labels.selector(model.identity()))
                .withPorts(ServicePorts.of(model.ports()))
                .withSessionAffinity(options.sessionAffinity() == SessionAffinity.ClientIP ? "ClientIP" : "None")
                .withTrafficDistribution(distribution == null ? null : distribution.name())
            .endSpec()
            .build());
        // spotless:on
    }
}
