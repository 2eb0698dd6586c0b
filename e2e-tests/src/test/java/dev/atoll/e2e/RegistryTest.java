// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ConfigMap that says where the services of a namespace are reached, where the operator is asked for one. */
class RegistryTest {
    private static final String NAME = "atoll-registry";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final long INTERVAL_SECONDS = 2;
    private static final int MANY = 60;

    private static Laboratory laboratory;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start(
                "registry",
                Map.of(
                        "ATOLL_REGISTRY_ENABLED", "true",
                        "ATOLL_REGISTRY_INTERVAL", INTERVAL_SECONDS + "s",
                        "ATOLL_RETRY_INTERVAL", "2s"),
                ControlPlaneOption.WITHOUT_CONTROLLERS);
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void listsEveryServiceAsItsStatusDoesAndGoesWithTheLast() throws JsonProcessingException {
        var namespace = namespace("listed");
        apply(namespace, "orders");
        apply(namespace, "payment");
        await(
                "both services",
                () -> find(namespace).filter(registry -> registry.getData().size() == 2));

        assertThat(new ObjectMapper().readValue(require(namespace).getData().get("orders"), Object.class))
                .isEqualTo(Manifests.read(namespace, "Microservice", "orders").get("status", "endpoints"));

        Manifests.delete(namespace, "Microservice", "orders");
        await(
                "the other service alone",
                () -> find(namespace)
                        .filter(registry -> registry.getData().keySet().equals(Set.of("payment"))));
        Manifests.delete(namespace, "Microservice", "payment");
        await("no registry", () -> find(namespace).isEmpty() ? Optional.of("gone") : Optional.empty());
    }

    @Test
    void isWrittenOnceInAnIntervalHoweverManyServicesChangeAndNotAtAllByARestart() {
        var namespace = namespace("many");
        var requests = Requests.since(laboratory.controlPlane());
        long start = System.nanoTime();
        IntStream.range(0, MANY).forEach(service -> apply(namespace, "service-" + service));
        await(
                "all services",
                () -> find(namespace).filter(registry -> registry.getData().size() == MANY));
        long intervals = Duration.ofNanos(System.nanoTime() - start).toSeconds() / INTERVAL_SECONDS;

        // One at the start, one an interval, and one for the interval that is not over.
        assertThat(requests.writes().stream().filter(write -> write.contains("/" + NAME + " ")))
                .hasSizeLessThan((int) intervals + 3);

        laboratory.settle();
        var version = require(namespace).getMetadata().getResourceVersion();
        var afterwards = Requests.since(laboratory.controlPlane());
        laboratory.restartOperator();
        laboratory.settle();
        assertThat(afterwards.writes()).isEmpty();
        assertThat(require(namespace).getMetadata().getResourceVersion()).isEqualTo(version);
    }

    @Test
    void leavesAConfigMapOfThatNameAloneAndSaysSo() {
        var namespace = namespace("foreign");
        var foreign = namespace
                .client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace.name())
                        .withName(NAME)
                        .endMetadata()
                        .withData(Map.of("mine", "as it was"))
                        .build())
                .create();
        apply(namespace, "orders");

        var event = await("an event", () -> events(namespace));
        assertThat(event.getNote()).contains(NAME).contains("Delete or rename it");
        assertThat(require(namespace)).isEqualTo(foreign);

        // So that no test finds an operator that tries again and again.
        namespace.client().resource(foreign).delete();
        await(
                "the registry",
                () -> find(namespace).filter(registry -> registry.getData().containsKey("orders")));
    }

    private static Optional<Event> events(TestNamespace namespace) {
        return namespace.client().resources(Event.class).inNamespace(namespace.name()).list().getItems().stream()
                .filter(event -> NAME.equals(event.getRegarding().getName()))
                .filter(event -> "NotOwned".equals(event.getReason()))
                .findFirst();
    }

    private static TestNamespace namespace(String purpose) {
        return TestNamespace.create(laboratory.controlPlane(), purpose);
    }

    private static void apply(TestNamespace namespace, String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }

    private static ConfigMap require(TestNamespace namespace) {
        return find(namespace).orElseThrow();
    }

    private static Optional<ConfigMap> find(TestNamespace namespace) {
        return Optional.ofNullable(namespace
                .client()
                .configMaps()
                .inNamespace(namespace.name())
                .withName(NAME)
                .get());
    }

    private static <T> T await(String what, Supplier<Optional<T>> found) {
        return Awaitility.await(what)
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(200))
                .until(found::get, Optional::isPresent)
                .orElseThrow();
    }
}
