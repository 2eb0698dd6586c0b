// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions.OptionalApi;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Children;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The operator asks for no more than it needs: what is as desired costs no request, whatever optional field is set.
 * Controllers are left out, so that nobody else changes anything.
 */
class QuietTest {
    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("quiet", ControlPlaneOption.WITHOUT_CONTROLLERS);
        namespace = TestNamespace.create(laboratory.controlPlane(), "quiet");
        for (var api : OptionalApi.values()) {
            api.install(namespace.client());
        }
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void createsWithOneWriteAChildAndOneStatusAndNoRead() {
        applyMinimal("starts-the-informers");
        laboratory.settle();
        var requests = Requests.since(laboratory.controlPlane());
        applyMinimal("frugal");
        laboratory.settle();
        assertThat(requests.reads()).isEmpty();
        assertThat(requests.writes())
                .map(request -> request.substring(0, request.indexOf(' ', request.indexOf(' ') + 1)))
                .containsExactlyInAnyOrder(
                        "patch serviceaccounts",
                        "patch networkpolicies",
                        "patch services",
                        "patch deployments",
                        "patch microservices/status");
    }

    @Test
    void restartsOverEveryExampleWithoutAWriteOrAMove() {
        applyWhatRoutesName();
        examples().forEach(example -> Manifests.apply(namespace, withHostOfItsOwn(example)));
        laboratory.settle();
        var before = Children.versions(namespace);
        assertThat(before)
                .hasSizeGreaterThan(100)
                .hasKeySatisfying(ofKind("Ingress"))
                .hasKeySatisfying(ofKind("Middleware"))
                .hasKeySatisfying(ofKind("HTTPRoute"))
                .hasKeySatisfying(ofKind("BackendTLSPolicy"))
                .hasKeySatisfying(ofKind("GRPCRoute"));

        var requests = Requests.since(laboratory.controlPlane());
        laboratory.restartOperator();
        laboratory.settle();

        assertThat(requests.writes()).isEmpty();
        assertThat(Children.versions(namespace)).isEqualTo(before);
    }

    private static Condition<String> ofKind(String kind) {
        return new Condition<>(child -> child.startsWith(kind + " "), "a child of kind " + kind);
    }

    private static void applyMinimal(String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }

    private static void applyWhatRoutesName() {
        try (var yaml = Objects.requireNonNull(QuietTest.class.getResourceAsStream("/quiet/gateways.yaml"))) {
            for (var object : namespace.client().load(yaml).items()) {
                namespace.client().resource(object).create();
                if (object instanceof GatewayClass found) {
                    // A creation leaves the status out.
                    namespace.client().resource(found).patchStatus();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> examples() {
        try (var files = Files.walk(Checkout.root().resolve("crds/examples/valid"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    // They would count for all the routes, of which many could not keep them.
                    .filter(file -> !file.toString().contains("/gatewaydefaults/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Otherwise the oldest route would be published and no other. */
    private static String withHostOfItsOwn(Path file) {
        try {
            var own = file.getFileName().toString().replace(".yaml", ".example.com");
            return Files.readString(file).replace("shop.example.com", own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
