// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlaneOption;
import dev.atoll.e2e.cluster.CustomResourceDefinitions.OptionalApi;
import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said once for all routes of a namespace counts for each of them, and is never missed. */
class GatewayDefaultsTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String MIDDLEWARES = "traefik.ingress.kubernetes.io/router.middlewares";
    private static final String DEFAULTS = """
            apiVersion: atoll.dev/v1alpha1
            kind: GatewayDefaults
            metadata: {name: default}
            spec: {auth: {forward: {service: accounts, path: /verify}}}
            """;

    private static Laboratory laboratory;
    private TestNamespace namespace;

    @BeforeAll
    static void start() {
        laboratory = Laboratory.start("gateway-defaults", ControlPlaneOption.WITHOUT_CONTROLLERS);
        for (var api : OptionalApi.values()) {
            api.install(laboratory.controlPlane().client());
        }
    }

    @BeforeEach
    void createNamespace() {
        namespace = TestNamespace.create(laboratory.controlPlane(), "gateway-defaults");
        PlayedGateway.TRAEFIK.install(namespace);
        for (var service : List.of("orders", "accounts")) {
            Manifests.apply(namespace, """
                    apiVersion: atoll.dev/v1alpha1
                    kind: Microservice
                    metadata: {name: %s}
                    spec: {image: "registry.example.com/shop/%s:1.4.2", ports: [{name: http, port: 8080}]}
                    """.formatted(service, service));
        }
    }

    @AfterAll
    static void stop() {
        laboratory.close();
    }

    @Test
    void theyCountForARouteFromTheNextReconcileAndNoLongerOnceTheyAreGone() {
        applyRoute("plain", "{path: /, service: orders}");
        Conditions.await(namespace, "GatewayRoute", "plain", "Programmed=True/Programmed");
        await(() -> middlewares("plain").isEmpty() ? Optional.of("open") : Optional.empty());

        Manifests.apply(namespace, DEFAULTS);
        await(() -> middlewares("plain").filter(names -> names.contains("plain-auth")));
        // The status is written after the children.
        await(() -> Optional.of(Conditions.message(Manifests.read(namespace, "GatewayRoute", "plain"), "Accepted"))
                .filter(message -> message.contains("auth as GatewayDefaults default says")));
        assertThat(Conditions.await(namespace, "GatewayDefaults", "default", "Ready=True/Ready"))
                .contains("plain");
        assertThat(Manifests.read(namespace, "GatewayDefaults", "default").<Integer>get("status", "routes"))
                .isEqualTo(1);

        Manifests.delete(namespace, "GatewayDefaults", "default");
        await(() -> middlewares("plain").isEmpty() ? Optional.of("open") : Optional.empty());
        Manifests.delete(namespace, "GatewayRoute", "plain");
    }

    @Test
    void aRouteThatIsNewToAnOperatorThatStartsIsNeverPublishedWithoutThem() {
        laboratory.operator().close();
        var seen = new CopyOnWriteArrayList<String>();
        var watch = watch(seen);
        try {
            for (int i = 0; i < 20; i++) {
                applyRoute("fresh-" + i, "{path: /, service: orders}");
            }
            Manifests.apply(namespace, DEFAULTS);
            laboratory.restartOperator();
            for (int i = 0; i < 20; i++) {
                Conditions.await(namespace, "GatewayRoute", "fresh-" + i, "Programmed=True/Programmed");
            }
            await(() -> seen.size() < 20 ? Optional.empty() : Optional.of("all"));
            assertThat(seen).allSatisfy(names -> assertThat(names).contains("-auth@"));
        } finally {
            watch.close();
        }
    }

    /** Nobody is there to empty the namespace, so this decides in which order that happens. */
    @Test
    void aNamespaceThatGoesOpensNoRouteWhenItsDefaultsGoFirst() {
        applyRoute("staying", "{path: /, service: orders}");
        Manifests.apply(namespace, DEFAULTS);
        await(() -> middlewares("staying").filter(names -> names.contains("staying-auth")));

        namespace.delete();
        Manifests.delete(namespace, "GatewayDefaults", "default");
        laboratory.settle();

        assertThat(middlewares("staying")).get().asString().contains("staying-auth");
    }

    /** Takes down the Middlewares that each state of an Ingress names. */
    private Watch watch(List<String> seen) {
        return namespace
                .client()
                .resources(Ingress.class)
                .inNamespace(namespace.name())
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Ingress ingress) {
                        if (ingress.getMetadata().getName().startsWith("fresh-")) {
                            seen.add(named(ingress).orElse("none"));
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        seen.add("the watch ended: " + cause.getMessage());
                    }
                });
    }

    private Optional<String> middlewares(String route) {
        return PlayedGateway.TRAEFIK.published(namespace, route).flatMap(found -> named((Ingress) found));
    }

    private static Optional<String> named(Ingress ingress) {
        return Optional.ofNullable(ingress.getMetadata().getAnnotations())
                .flatMap(annotations -> Optional.ofNullable(annotations.get(MIDDLEWARES)));
    }

    private static void await(Supplier<Optional<String>> state) {
        Awaitility.await().atMost(LONG_ENOUGH).until(() -> state.get().isPresent());
    }

    private void applyRoute(String name, String rule) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s}
                spec: {%s, hosts: [%s.%s.example.com], rules: [%s]}
                """.formatted(
                        name, PlayedGateway.TRAEFIK.reference(namespace), name, namespace.name(), rule));
    }
}
