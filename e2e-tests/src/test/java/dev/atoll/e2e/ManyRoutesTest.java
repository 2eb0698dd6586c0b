// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions.OptionalApi;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Children;
import dev.atoll.e2e.operator.Requests;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many teams publish under one host; what one of them changes does not touch the others. */
class ManyRoutesTest {
    private static final int ROUTES = 200;

    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("many-routes", ControlPlaneOption.WITHOUT_CONTROLLERS);
        namespace = TestNamespace.create(laboratory.controlPlane(), "many-routes");
        for (var api : OptionalApi.values()) {
            api.install(namespace.client());
        }
        PlayedGateway.TRAEFIK.install(namespace);
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void anEditOfOneRouteLeavesTheOthersOfItsHostUntouched() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """);
        Manifests.apply(
                namespace,
                IntStream.range(0, ROUTES).mapToObj(i -> route(i, "/part-" + i)).collect(Collectors.joining("---\n")));
        Conditions.await(namespace, "GatewayRoute", "part-" + (ROUTES - 1), "Programmed=True/Programmed");
        laboratory.settle();
        var before = Children.versions(namespace);
        assertThat(before.keySet())
                .filteredOn(name -> name.startsWith("Ingress part-"))
                .hasSize(ROUTES);

        var requests = Requests.since(laboratory.controlPlane());
        Manifests.apply(namespace, route(17, "/elsewhere"));
        laboratory.settle();

        var after = Children.versions(namespace);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .filteredOn(name -> !Objects.equals(after.get(name), before.get(name)))
                .containsExactly("Ingress part-17");
        assertThat(requests.writes())
                .containsOnly(
                        "patch ingresses %s/part-17 200".formatted(namespace.name()),
                        "patch gatewayroutes/status %s/part-17 200".formatted(namespace.name()),
                        "patch microservices/status %s/orders 200".formatted(namespace.name()));
        assertThat(requests.reads()).isEmpty();
    }

    private static String route(int number, String path) {
        return """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: part-%d}
                spec:
                  %s
                  hosts: [%s.example.com]
                  rateLimit: {requests: 10}
                  rules: [{path: %s, service: orders}]
                """.formatted(number, PlayedGateway.TRAEFIK.reference(namespace), namespace.name(), path);
    }
}
