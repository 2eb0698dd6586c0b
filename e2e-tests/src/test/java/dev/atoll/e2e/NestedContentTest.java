// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import org.junit.jupiter.api.Test;

/** Content that nobody would write by hand keeps nobody from the others. */
class NestedContentTest {
    /**
     * Several times what the operator's parser reads. The API server takes twice as many and needs four times as long for
     * them, which on a busy machine is longer than a client waits.
     */
    private static final int LEVELS = 5_000;

    @Test
    void contentThatIsNestedWithoutMeasureEndsNoWatch() {
        try (var laboratory = Laboratory.start("nested", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            var namespace = TestNamespace.create(laboratory.controlPlane(), "nested");
            apply(namespace, "before");
            Conditions.await(namespace, "Microservice", "before", "Programmed=True/Programmed");

            createNested(namespace, "nested");
            apply(namespace, "after");
            Conditions.await(namespace, "Microservice", "after", "Programmed=True/Programmed");

            laboratory.restartOperator();
            apply(namespace, "later");
            Conditions.await(namespace, "Microservice", "later", "Programmed=True/Programmed");
            assertThat(laboratory.operator().get("/q/health/live")).contains("\"status\": \"UP\"");
        }
    }

    /** As text, since the client would not write it. */
    private static void createNested(TestNamespace namespace, String name) {
        var content = "{\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS);
        namespace
                .client()
                .raw(
                        "/apis/atoll.dev/v1alpha1/namespaces/%s/microservices".formatted(namespace.name()),
                        "POST",
                        """
                        {"apiVersion": "atoll.dev/v1alpha1", "kind": "Microservice", "metadata": {"name": "%s"},
                         "spec": {"image": "orders:1", "podTemplate": {"spec": {"nested": %s}}}}
                        """.formatted(name, content));
    }

    private static void apply(TestNamespace namespace, String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }
}
