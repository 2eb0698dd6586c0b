// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.External;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;

/** A Service that stands for the DNS name of a server outside. */
final class ExternalService {
    private ExternalService() {}

    /**
     * That of a server that a route leads to.
     *
     * @param annotations how its gateway is to ask it
     */
    static Service of(Route route, Target target, Map<String, String> annotations) {
        // spotless:off
        return new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(target.service())
                .withLabels(Labels.metadata(route.identity()))
                .withAnnotations(annotations)
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withType("ExternalName")
                .withExternalName(target.outside().map(External::hostname).orElseThrow())
                .addNewPort()
                    .withName(target.portName())
                    .withPort(target.portNumber())
                    .withProtocol("TCP")
                    .withTargetPort(new IntOrString(target.portNumber()))
                .endPort()
            .endSpec()
            .build();
        // spotless:on
    }
}
