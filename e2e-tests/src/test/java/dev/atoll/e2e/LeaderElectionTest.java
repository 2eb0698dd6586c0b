// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Chart;
import dev.atoll.e2e.operator.OperatorProcess;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two operators, switched on by the chart's values: one works, and when it is killed the other one does. */
class LeaderElectionTest {
    private static final String ONE = "operator-one";
    private static final String TWO = "operator-two";

    @Test
    void theOtherOneTakesOverWhenTheLeaderIsKilled() {
        try (var controlPlane =
                ControlPlane.start("election", ControlPlaneOption.AUDIT, ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            CustomResourceDefinitions.applyAll(controlPlane.client());
            var settings = Chart.install(controlPlane.client(), "leaderElection.enabled=true", "replicas=2");
            var namespace = TestNamespace.create(controlPlane, "election");
            try (var one = start(controlPlane, settings, ONE);
                    var two = start(controlPlane, settings, TWO)) {
                apply(namespace, "1");
                var leader = leader(controlPlane);
                var standby = leader.equals(ONE) ? TWO : ONE;
                var requests = Requests.since(controlPlane);
                apply(namespace, "2");
                assertThat(work(requests, leader)).isNotEmpty();
                assertThat(work(requests, standby)).isEmpty();

                (leader.equals(ONE) ? one : two).kill();
                apply(namespace, "3");
                assertThat(leader(controlPlane)).isEqualTo(standby);
                // What the first one had done is not done again: of the children only the Deployment is written.
                assertThat(work(requests, standby))
                        .filteredOn(request -> !request.contains("/status"))
                        .singleElement()
                        .asString()
                        .startsWith("patch deployments " + namespace.name() + "/orders");
            }
        }
    }

    /** As a pod of that name would run; the user agent tells in the audit log whose a request is. */
    private static OperatorProcess start(ControlPlane controlPlane, Map<String, String> settings, String name) {
        var own = new HashMap<>(settings);
        own.put("HOSTNAME", name);
        own.put("KUBERNETES_USER_AGENT", name);
        return OperatorProcess.start(controlPlane, own);
    }

    /** Applies an image and waits until it is in the Deployment. */
    private static void apply(TestNamespace namespace, String tag) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:%s", ports: [{name: http, port: 8080}]}
                """.formatted(tag));
        Conditions.await(namespace, "Microservice", "orders", "Programmed=True/Programmed");
        var deployment = namespace
                .client()
                .resources(Deployment.class)
                .inNamespace(namespace.name())
                .withName("orders")
                .require();
        assertThat(deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .endsWith(":" + tag);
    }

    private static String leader(ControlPlane controlPlane) {
        return controlPlane
                .client()
                .leases()
                .inNamespace(Chart.NAMESPACE)
                .withName("atoll-operator")
                .require()
                .getSpec()
                .getHolderIdentity();
    }

    /** What an operator has written, but for the election and for events. */
    private static List<String> work(Requests requests, String operator) {
        return requests.writesBy(operator).stream()
                .filter(request -> !request.contains(" leases ") && !request.contains(" events "))
                .toList();
    }
}
