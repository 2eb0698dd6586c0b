// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.stream.Stream;

/** The containers of a Deployment whose use can be measured. */
final class Containers {
    private Containers() {}

    /** Their names: the containers, and the init containers that go on running (sidecars). */
    static List<String> of(Deployment deployment) {
        var pod = deployment.getSpec().getTemplate().getSpec();
        return Stream.concat(
                        pod.getContainers().stream(),
                        pod.getInitContainers().stream()
                                .filter(container -> "Always".equals(container.getRestartPolicy())))
                .map(Container::getName)
                .toList();
    }
}
