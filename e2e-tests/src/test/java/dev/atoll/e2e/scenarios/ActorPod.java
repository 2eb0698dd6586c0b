// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** A pod of the actor ({@code e2e-tests/images/actor}) that calls services, as one of the same application would. */
final class ActorPod {
    private static final String IMAGE = "registry.example.com/atoll/actor:1";

    private ActorPod() {}

    static Pod of(String name, String application, List<String> arguments) {
        // spotless:off
        return new PodBuilder()
            .withNewMetadata()
                .withName(name)
                .addToLabels("app.kubernetes.io/part-of", application)
                .addToLabels("app.kubernetes.io/component", "service")
            .endMetadata()
            .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withTerminationGracePeriodSeconds(1L)
                .withNewSecurityContext()
                    .withRunAsNonRoot(true)
                    .withNewSeccompProfile()
                        .withType("RuntimeDefault")
                    .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                    .withName("actor")
                    .withImage(IMAGE)
                    .withArgs(arguments)
                    .withNewResources()
                        .withRequests(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("16Mi")))
                    .endResources()
                    .withNewSecurityContext()
                        .withAllowPrivilegeEscalation(false)
                        .withReadOnlyRootFilesystem(true)
                        .withNewCapabilities()
                            .withDrop("ALL")
                        .endCapabilities()
                    .endSecurityContext()
                .endContainer()
            .endSpec()
            .build();
        // spotless:on
    }
}
