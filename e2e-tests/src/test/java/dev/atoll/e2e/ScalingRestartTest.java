// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The number of replicas while the operator is away: whoever comes or goes meanwhile, it stays. */
class ScalingRestartTest {
    private static final String POLICY = """
            apiVersion: atoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: orders}
            spec: {service: orders, minReplicas: %d, maxReplicas: 10}
            """;

    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("scaling-restart");
        namespace = TestNamespace.create(laboratory.controlPlane(), "scaling-restart");
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void theNumberStaysWhateverHappensWhileTheOperatorIsAway() {
        try (var history = ReplicaHistory.of(namespace, "orders")) {
            Manifests.apply(namespace, """
                    apiVersion: atoll.dev/v1alpha1
                    kind: Microservice
                    metadata: {name: orders}
                    spec: {image: "registry.example.com/shop/orders:1.4.2", replicas: 3}
                    """);
            history.awaitNumber(3);

            laboratory.operator().close();
            Manifests.apply(namespace, POLICY.formatted(2));
            laboratory.restartOperator();
            history.awaitNote("autoscaled");

            Manifests.apply(namespace, POLICY.formatted(7));
            history.awaitNumber(7);
            laboratory.settle();
            var requests = Requests.since(laboratory.controlPlane());
            laboratory.restartOperator();
            laboratory.settle();
            assertThat(requests.writes()).isEmpty();

            laboratory.operator().kill();
            Manifests.delete(namespace, "ScalingPolicy", "orders");
            laboratory.restartOperator();
            history.awaitNote("held:7:3");

            assertThat(history.numbers()).containsExactly(3, 7);
        }
    }
}
