// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.benchmark;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;

/** The comparison: a client with ten workers that writes the same objects and nothing else. */
final class PlainClient {
    private static final int WARM_UP = 20;

    private PlainClient() {}

    /**
     * Measures how long it takes to write the objects once for each service.
     *
     * @param children the objects of one service, as the operator wrote them
     */
    static Duration measure(int services, List<HasMetadata> children) {
        try (var controlPlane =
                ControlPlane.start("bench-plain", ControlPlaneOption.AUDIT, ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            var namespace = TestNamespace.create(controlPlane, "plain");
            Workers.run(WARM_UP, number -> write(namespace, children, "warm-up-" + number));
            long start = System.nanoTime();
            Workers.run(services, number -> write(namespace, children, "service-" + number));
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static void write(TestNamespace namespace, List<HasMetadata> children, String name) {
        for (var child : children) {
            var object = namespace.client().getKubernetesSerialization().clone(child);
            object.setMetadata(new ObjectMetaBuilder()
                    .withNamespace(namespace.name())
                    .withName(name)
                    .withLabels(child.getMetadata().getLabels())
                    .build());
            namespace
                    .client()
                    .resource(object)
                    .fieldManager("plain")
                    .forceConflicts()
                    .serverSideApply();
        }
    }
}
