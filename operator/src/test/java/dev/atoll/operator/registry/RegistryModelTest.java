// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.api.v1alpha1.microservice.MicroserviceStatus;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.meta.Identity;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistryModelTest {
    private static final Endpoint HTTP = new Endpoint(
            "http", Protocol.HTTP, "http://orders.shop.svc:8080", List.of("https://shop.example.com/orders"));
    private static final Endpoint GRPC = new Endpoint("grpc", Protocol.GRPC, "grpc://orders.shop.svc:9090", List.of());

    @Test
    void anEntryIsTheListOfTheStatusAsJsonOneEndpointALine() {
        var model = RegistryModel.from(Stream.of(service("orders", HTTP, GRPC)));

        assertThat(model.entries()).containsOnlyKeys("orders");
        assertThat(model.entries().get("orders")).isEqualTo("""
                [{"name":"http","protocol":"HTTP","address":"http://orders.shop.svc:8080",\
                "urls":["https://shop.example.com/orders"]},
                 {"name":"grpc","protocol":"GRPC","address":"grpc://orders.shop.svc:9090","urls":[]}]
                """);
    }

    @Test
    void aServiceWithoutPortsHasAnEmptyList() {
        assertThat(RegistryModel.from(Stream.of(service("worker"))).entries()).containsEntry("worker", "[]\n");
    }

    @Test
    void whatIsNotKnownYetOrLeavesIsNotListed() {
        var unknown = service("unknown", HTTP);
        unknown.setStatus(null);
        var leaving = service("leaving", HTTP);
        leaving.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");

        var model = RegistryModel.from(Stream.of(unknown, leaving));

        assertThat(model).isEqualTo(new RegistryModel(model.entries(), 0));
        assertThat(model.entries()).isEmpty();
    }

    @Test
    void leavesOutTheLastNamesWhenThereIsNoRoomForAll() {
        var longUrls = IntStream.range(0, 200)
                .mapToObj(url -> "https://shop.example.com/" + "x".repeat(1000) + url)
                .toList();
        var large = new Endpoint("http", Protocol.HTTP, "http://orders.shop.svc:8080", longUrls);
        var model = RegistryModel.from(
                IntStream.rangeClosed(1, 6).map(i -> 7 - i).mapToObj(i -> service("service-" + i, large)));

        assertThat(model.entries()).containsOnlyKeys("service-1", "service-2", "service-3", "service-4");
        assertThat(model.leftOut()).isEqualTo(2);
        assertThat(configMap(model).getMetadata().getAnnotations()).containsEntry("atoll.dev/left-out", "2");
    }

    @Test
    void aNamespaceWithoutServicesHasNone() {
        assertThat(RegistryDesired.of(identity(), RegistryModel.from(Stream.of()))
                        .objects())
                .isEmpty();
    }

    @Test
    void theConfigMapBelongsToItsNamespace() {
        var configMap = configMap(RegistryModel.from(Stream.of(service("orders", HTTP))));

        assertThat(configMap.getMetadata().getName()).isEqualTo("atoll-registry");
        assertThat(configMap.getMetadata().getNamespace()).isEqualTo("shop");
        assertThat(configMap.getMetadata().getOwnerReferences())
                .containsExactly(identity().owner());
        assertThat(configMap.getMetadata().getAnnotations()).isEmpty();
        assertThat(configMap.getData()).containsOnlyKeys("orders");
    }

    private static ConfigMap configMap(RegistryModel model) {
        return (ConfigMap) RegistryDesired.of(identity(), model).objects().getFirst();
    }

    private static Identity identity() {
        var owner = new OwnerReferenceBuilder()
                .withKind("Namespace")
                .withName("shop")
                .withUid("1")
                .build();
        return new Identity("shop", RegistryDesired.NAME, "shop", Identity.REGISTRY, owner);
    }

    private static Microservice service(String name, Endpoint... endpoints) {
        var service = new Microservice();
        service.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName(name).build());
        service.setStatus(new MicroserviceStatus(1L, List.of(), null, null, null, null, null, List.of(endpoints)));
        return service;
    }
}
