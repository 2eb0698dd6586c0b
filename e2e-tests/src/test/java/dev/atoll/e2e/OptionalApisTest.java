// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions.OptionalApi;
import dev.atoll.e2e.cluster.TestNamespace;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * APIs that come and go while the operator runs. A missing one is the concern of the resources that need it, which say
 * so; the others do not notice.
 */
class OptionalApisTest {
    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start(
                "optional-apis", Map.of("ATOLL_RETRY_INTERVAL", "1s"), ControlPlaneOption.WITHOUT_CONTROLLERS);
        namespace = TestNamespace.create(laboratory.controlPlane(), "optional-apis");
        PlayedGateway.TRAEFIK.install(namespace);
        PlayedGateway.PLAIN.install(namespace);
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void aRouteWaitsForTheGatewayApiAndTheOthersDoNot() {
        applyRoute("by-gateway", PlayedGateway.GATEWAY_API.reference(namespace));
        assertThat(Conditions.await(namespace, "GatewayRoute", "by-gateway", "Accepted=False/ApiNotInstalled"))
                .contains("the Gateway API (gateway.networking.k8s.io/v1) is not installed");
        applyTheOthers("before");

        OptionalApi.GATEWAY_API.install(namespace.client());
        PlayedGateway.GATEWAY_API.install(namespace);
        Conditions.await(namespace, "GatewayRoute", "by-gateway", "Programmed=True/Programmed");
        assertThat(PlayedGateway.GATEWAY_API.published(namespace, "by-gateway")).isPresent();

        OptionalApi.GATEWAY_API.remove(namespace.client());
        applyTheOthers("after");
        assertThat(laboratory.operator().get("/q/health/live")).contains("\"status\": \"UP\"");
    }

    @Test
    void aRouteWaitsForTraefiksApiAndTheOthersDoNot() {
        var entrance = PlayedGateway.TRAEFIK.reference(namespace) + ", tls: {secretName: shop-tls, redirect: true}";
        applyRoute("redirected", entrance);
        assertThat(Conditions.await(namespace, "GatewayRoute", "redirected", "Accepted=False/ApiNotInstalled"))
                .contains("spec.tls.redirect", "install Traefik's CRDs");
        applyTheOthers("without-traefik");

        OptionalApi.TRAEFIK.install(namespace.client());
        Conditions.await(namespace, "GatewayRoute", "redirected", "Programmed=True/Programmed");
        assertThat(namespace
                        .client()
                        .genericKubernetesResources("traefik.io/v1alpha1", "Middleware")
                        .inNamespace(namespace.name())
                        .list()
                        .getItems())
                .hasSize(1);
    }

    /** A resource of every kind that needs no optional API. */
    private static void applyTheOthers(String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %1$s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                ---
                apiVersion: atoll.dev/v1alpha1
                kind: ScalingPolicy
                metadata: {name: %1$s}
                spec: {service: %1$s, maxReplicas: 10}
                ---
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: %1$s-db}
                spec: {service: %1$s, engine: PostgreSQL, version: "18", storage: {size: 1Gi}}
                """.formatted(name));
        applyRoute(name, PlayedGateway.PLAIN.reference(namespace), name);
        Conditions.await(namespace, "Microservice", name, "Programmed=True/Programmed");
        Conditions.await(namespace, "ServiceDatabase", name + "-db", "Programmed=True/Programmed");
        Conditions.await(namespace, "GatewayRoute", name, "Programmed=True/Programmed");
        Conditions.await(namespace, "ScalingPolicy", name, "Programmed=True/Programmed");
    }

    private static void applyRoute(String name, String entrance) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """);
        applyRoute(name, entrance, "orders");
    }

    private static void applyRoute(String name, String entrance, String service) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %1$s}
                spec: {%2$s, hosts: [%1$s.example.com], rules: [{path: /, service: %3$s}]}
                """.formatted(name, entrance, service));
    }
}
