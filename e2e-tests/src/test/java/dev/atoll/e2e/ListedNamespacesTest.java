// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions;
import dev.atoll.e2e.cluster.CustomResourceDefinitions.OptionalApi;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Chart;
import dev.atoll.e2e.operator.OperatorProcess;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator with the chart's roles of two namespaces works there and nowhere else, and asks for nothing more. */
class ListedNamespacesTest {
    private static final int FORBIDDEN = 403;
    private static final Map<String, String> RESOURCES = Map.of(
            "orders",
            "Microservice",
            "orders-scaling",
            "ScalingPolicy",
            "orders-db",
            "ServiceDatabase",
            "orders-classic",
            "GatewayRoute",
            "orders-encrypted",
            "GatewayRoute",
            "orders-modern",
            "GatewayRoute",
            "default",
            "GatewayDefaults");

    @Test
    void worksInTheListedNamespacesAloneAndIsRefusedNothing() {
        try (var controlPlane =
                ControlPlane.start("listed", ControlPlaneOption.AUDIT, ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            prepare(controlPlane);
            var first = TestNamespace.create(controlPlane, "first");
            var second = TestNamespace.create(controlPlane, "second");
            var other = TestNamespace.create(controlPlane, "other");
            var settings =
                    Chart.install(controlPlane.client(), "namespaces={%s,%s}".formatted(first.name(), second.name()));
            var requests = Requests.since(controlPlane);
            try (var operator = OperatorProcess.start(controlPlane, settings)) {
                Stream.of(other, first, second).forEach(ListedNamespacesTest::applyEveryKind);
                for (var namespace : List.of(first, second)) {
                    RESOURCES.forEach(
                            (name, kind) -> Conditions.await(namespace, kind, name, "Programmed=True/Programmed"));
                }
                Laboratory.settle(controlPlane, operator);
                assertThat(operator.isReady()).isTrue();
            }
            assertThat(requests.answeredWith(FORBIDDEN)).isEmpty();
            assertThat(requests.all())
                    .noneMatch(request -> other.name()
                            .equals(request.at("/objectRef/namespace").asText()));
            RESOURCES.forEach(
                    (name, kind) -> assertThat(Manifests.read(other, kind, name).<Object>get("status"))
                            .as("status of %s %s outside", kind, name)
                            .isNull());
            assertThat(other.client()
                            .resources(Service.class)
                            .inNamespace(other.name())
                            .list()
                            .getItems())
                    .isEmpty();
        }
    }

    private static void prepare(ControlPlane controlPlane) {
        CustomResourceDefinitions.applyAll(controlPlane.client());
        for (var api : OptionalApi.values()) {
            api.install(controlPlane.client());
        }
    }

    private static void applyEveryKind(TestNamespace namespace) {
        for (var gateway : PlayedGateway.values()) {
            gateway.install(namespace);
        }
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec:
                  image: registry.example.com/shop/orders:1.4.2
                  replicas: 2
                  ports: [{name: http, port: 8080}]
                  config: {files: {a.txt: one}}
                ---
                apiVersion: atoll.dev/v1alpha1
                kind: ScalingPolicy
                metadata: {name: orders-scaling}
                spec: {service: orders, maxReplicas: 10}
                ---
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayDefaults
                metadata: {name: default}
                spec: {}
                ---
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: orders-db}
                spec: {service: orders, engine: PostgreSQL, version: "18", storage: {size: 1Gi}}
                """);
        applyRoute(namespace, "orders-classic", PlayedGateway.PLAIN.reference(namespace));
        applyRoute(
                namespace,
                "orders-encrypted",
                PlayedGateway.TRAEFIK.reference(namespace) + ", tls: {secretName: shop-tls}");
        applyRoute(namespace, "orders-modern", PlayedGateway.GATEWAY_API.reference(namespace));
    }

    private static void applyRoute(TestNamespace namespace, String name, String entrance) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %1$s}
                spec: {%2$s, hosts: [%1$s.%3$s.example.com], rules: [{path: /, service: orders}]}
                """.formatted(name, entrance, namespace.name()));
    }
}
