// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.OperatorProcess;
import dev.atoll.e2e.operator.UseOperator;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/**
 * The operator looks at a resource once more when it is gone, and so forgets it. This also shows that the SDK is told
 * to reconcile on every event: without that (5.3.2), one that its cache misses for a moment is never looked at again.
 */
@UseOperator
class DeletionTest {
    private final TestNamespace namespace;
    private final OperatorProcess operator;

    DeletionTest(TestNamespace namespace, OperatorProcess operator) {
        this.namespace = namespace;
        this.operator = operator;
    }

    @Test
    void forgetsAResourceThatIsGoneAndKnowsItsSuccessor() {
        apply();
        eventually().until(() -> metrics().contains(gauge() + " 0.0"));
        Kubelet.makeReady(namespace, "short-lived", 1);
        eventually().until(() -> metrics().contains(gauge() + " 1.0"));

        Manifests.delete(namespace, "Microservice", "short-lived");
        eventually().until(() -> !metrics().contains(gauge()));

        apply();
        eventually().until(() -> metrics().contains(gauge()));
        Conditions.await(namespace, "Microservice", "short-lived", "Programmed=True/Programmed");
    }

    private void apply() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: short-lived}
                spec: {image: "registry.example.com/shop/orders:1.4.2", replicas: 1, ports: [{name: http, port: 8080}]}
                """);
    }

    private String metrics() {
        return operator.get("/q/metrics");
    }

    private String gauge() {
        return "atoll_resource_ready{kind=\"Microservice\",name=\"short-lived\",namespace=\"%s\"}"
                .formatted(namespace.name());
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
