// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.Requests;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The operator asks for no more than it needs: what is as desired costs no request, whatever optional field is set.
 * Controllers are left out, so that nobody else changes anything.
 */
class QuietTest {
    private static final Map<String, String> CHILDREN = Map.ofEntries(
            Map.entry("Deployment", "apps/v1"),
            Map.entry("StatefulSet", "apps/v1"),
            Map.entry("Service", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("ConfigMap", "v1"),
            Map.entry("Secret", "v1"),
            Map.entry("PersistentVolumeClaim", "v1"),
            Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
            Map.entry("Ingress", "networking.k8s.io/v1"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"));

    private static Laboratory laboratory;
    private static TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("quiet", ControlPlaneOption.WITHOUT_CONTROLLERS);
        namespace = TestNamespace.create(laboratory.controlPlane(), "quiet");
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
        examples().forEach(example -> Manifests.apply(namespace, read(example)));
        laboratory.settle();
        var before = versions();
        assertThat(before).hasSizeGreaterThan(100);

        var requests = Requests.since(laboratory.controlPlane());
        laboratory.restartOperator();
        laboratory.settle();

        assertThat(requests.writes()).isEmpty();
        assertThat(versions()).isEqualTo(before);
    }

    private static void applyMinimal(String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }

    private static List<Path> examples() {
        try (var files = Files.walk(Checkout.root().resolve("crds/examples/valid"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kind, name and resourceVersion of every child. */
    private static Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        CHILDREN.forEach((kind, apiVersion) -> namespace
                .client()
                .genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace.name())
                .withLabel("app.kubernetes.io/managed-by", "atoll")
                .list()
                .getItems()
                .forEach(child -> versions.put(
                        kind + " " + name(child), child.getMetadata().getResourceVersion())));
        return versions;
    }

    private static String name(GenericKubernetesResource child) {
        return child.getMetadata().getName();
    }
}
