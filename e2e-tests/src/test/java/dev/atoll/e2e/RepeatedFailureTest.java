// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Chart;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A reconcile that fails again and again is told once, and taken back once it succeeds. */
class RepeatedFailureTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void isToldOnceAndTakenBack() {
        try (var laboratory = Laboratory.start("failing", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            var namespace = TestNamespace.create(laboratory.controlPlane(), "failing");
            var role = laboratory
                    .controlPlane()
                    .client()
                    .resources(ClusterRole.class)
                    .withName(Chart.SERVICE_ACCOUNT);
            var rules = role.require().getRules();
            // As when the operator is newer than its role: it may not read the pods.
            var fewer = rules.stream()
                    .filter(rule -> !rule.getResources().contains("pods"))
                    .toList();
            role.edit(
                    present -> new ClusterRoleBuilder(present).withRules(fewer).build());
            Manifests.apply(namespace, """
                    apiVersion: atoll.dev/v1alpha1
                    kind: Microservice
                    metadata: {name: orders}
                    spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                    """);

            var message = Conditions.await(namespace, "Microservice", "orders", "Ready=Unknown/InternalError");
            assertThat(message).contains("Microservice orders").contains("pods is forbidden");

            var requests = Requests.since(laboratory.controlPlane());
            Awaitility.await("a further attempt")
                    .atMost(LONG_ENOUGH)
                    .until(() -> requests.reads().stream().anyMatch(read -> read.startsWith("list pods")));
            assertThat(requests.writes())
                    .filteredOn(write -> !write.contains("events"))
                    .isEmpty();

            role.edit(
                    present -> new ClusterRoleBuilder(present).withRules(rules).build());
            Conditions.await(namespace, "Microservice", "orders", "Programmed=True/Programmed");
            assertThat(Conditions.message(Manifests.read(namespace, "Microservice", "orders"), "Ready"))
                    .doesNotContain("again and again");
        }
    }
}
