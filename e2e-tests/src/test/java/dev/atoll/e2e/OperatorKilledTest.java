// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An operator that dies in the middle of its work is followed by one that finishes it and repeats nothing. */
class OperatorKilledTest {
    private static final int SERVICES = 40;

    private static final List<Class<? extends HasMetadata>> CHILDREN =
            List.of(ServiceAccount.class, NetworkPolicy.class, Service.class, Deployment.class);

    @Test
    void theNextOneFinishesTheWorkAndRepeatsNone() {
        try (var laboratory = Laboratory.start("killed", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            var namespace = TestNamespace.create(laboratory.controlPlane(), "killed");
            var requests = Requests.since(laboratory.controlPlane());
            IntStream.range(0, SERVICES).forEach(service -> apply(namespace, service));
            Awaitility.await("some of the children, not all")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> requests.created() > SERVICES);
            laboratory.killOperator();
            laboratory.restartOperator();
            IntStream.range(0, SERVICES)
                    .forEach(service ->
                            Conditions.await(namespace, "Microservice", name(service), "Programmed=True/Programmed"));
            laboratory.settle();

            assertThat(CHILDREN.stream().map(kind -> count(namespace, kind))).containsOnly(SERVICES);
            // Not counted: a request that was under way when its sender died may be carried out, and have no answer.
            assertThat(requests.answeredWith(Requests.CREATED)).doesNotHaveDuplicates();
        }
    }

    private static void apply(TestNamespace namespace, int service) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name(service)));
    }

    private static String name(int service) {
        return "service-" + service;
    }

    private static int count(TestNamespace namespace, Class<? extends HasMetadata> kind) {
        return namespace
                .client()
                .resources(kind)
                .inNamespace(namespace.name())
                .withLabel("app.kubernetes.io/managed-by", "atoll")
                .list()
                .getItems()
                .size();
    }
}
