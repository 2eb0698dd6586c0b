// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * No edit is ever lost, however close it comes to a write of the operator. The SDK (5.3.2) can filter such an edit away
 * when it patches the status itself.
 */
@UseOperator
class EditsTest {
    private static final int SERVICES = 10;
    private static final int EDITS = 20;

    private final TestNamespace namespace;

    EditsTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void theLastOfManyQuickEditsIsCarriedOut() {
        for (int edit = 1; edit <= EDITS; edit++) {
            for (int service = 0; service < SERVICES; service++) {
                edit(service, edit);
            }
        }
        Awaitility.await("the last edit of every service")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> IntStream.range(0, SERVICES)
                        .allMatch(service -> image(service).endsWith(":" + EDITS)));
        for (int service = 0; service < SERVICES; service++) {
            Conditions.await(namespace, "Microservice", "edited-" + service, "Programmed=True/Programmed");
        }
    }

    private void edit(int service, int edit) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: edited-%d}
                spec: {image: "registry.example.com/shop/edited:%d", ports: [{name: http, port: 8080}]}
                """.formatted(service, edit));
    }

    private String image(int service) {
        var deployment = namespace
                .client()
                .resources(Deployment.class)
                .inNamespace(namespace.name())
                .withName("edited-" + service)
                .get();
        return deployment == null
                ? ""
                : deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage();
    }
}
