// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ApiServer;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API server goes away and comes back: the operator lives on, forgets nothing and repeats nothing. */
class OutageTest {
    private static final int SERVICES = 20;
    /** Enough that every informer has noticed. */
    private static final int ATTEMPTS = 20;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("outage", ControlPlaneOption.WITHOUT_CONTROLLERS);
        namespace = TestNamespace.create(laboratory.controlPlane(), "outage");
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void carriesOutAnEditAfterwards() {
        apply("edited", 1);
        Conditions.await(namespace, "Microservice", "edited", "Programmed=True/Programmed");
        laboratory.settle();

        var apiServer = ApiServer.of(laboratory.controlPlane());
        apiServer.kill();
        try (var nobody = NobodyHome.on(apiServer.port())) {
            Awaitility.await("the operator tries to come through")
                    .atMost(LONG_ENOUGH)
                    .until(() -> nobody.visits() >= ATTEMPTS);
            assertThat(laboratory.operator().isAlive()).isTrue();
            assertThat(laboratory.operator().get("/q/health/live")).contains("\"status\": \"UP\"");
        }
        apiServer.start();

        var requests = Requests.since(laboratory.controlPlane());
        apply("edited", 2);
        awaitImage("edited", 2);
        awaitProgrammed("edited");
        laboratory.settle();
        assertThat(requests.writes())
                .filteredOn(write -> !write.contains(" events "))
                .doesNotHaveDuplicates()
                .filteredOn(OutageTest::isOfChild)
                .singleElement()
                .asString()
                .startsWith("patch deployments");
        assertThat(laboratory.operator().isReady()).isTrue();
    }

    @Test
    void finishesWhatTheOutageInterruptedAndRepeatsNothing() {
        var requests = Requests.since(laboratory.controlPlane());
        IntStream.range(0, SERVICES).forEach(service -> apply("interrupted-" + service, 1));
        Awaitility.await("some of the children, not all")
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> requests.created() > SERVICES);
        var apiServer = ApiServer.of(laboratory.controlPlane());
        apiServer.kill();
        apiServer.start();

        for (int service = 0; service < SERVICES; service++) {
            awaitProgrammed("interrupted-" + service);
        }
        laboratory.settle();
        // A creation whose answer was lost is tried again, which the API server refuses (409); nothing is changed
        // (200).
        assertThat(requests.writes()).filteredOn(OutageTest::isOfChild).noneMatch(write -> write.endsWith(" 200"));
        assertThat(generations()).hasSize(SERVICES).allMatch(generation -> generation == 1);
    }

    private static boolean isOfChild(String write) {
        return !write.contains("/status ") && !write.contains(" events ");
    }

    private static List<Long> generations() {
        return namespace.client().resources(Deployment.class).inNamespace(namespace.name()).list().getItems().stream()
                .filter(deployment -> deployment.getMetadata().getName().startsWith("interrupted-"))
                .map(deployment -> deployment.getMetadata().getGeneration())
                .toList();
    }

    /** With patience: the longer the outage, the longer the operator waits between its attempts. */
    private static void awaitProgrammed(String name) {
        Awaitility.await(name + " is programmed")
                .atMost(LONG_ENOUGH)
                .until(() -> Conditions.has(namespace, "Microservice", name, "Programmed=True/Programmed"));
    }

    private static void awaitImage(String name, int tag) {
        Awaitility.await("the new image of " + name)
                .atMost(LONG_ENOUGH)
                .until(() -> namespace
                        .client()
                        .resources(Deployment.class)
                        .inNamespace(namespace.name())
                        .withName(name)
                        .require()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage()
                        .endsWith(":" + tag));
    }

    private static void apply(String name, int tag) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:%d", ports: [{name: http, port: 8080}]}
                """.formatted(name, tag));
    }
}
