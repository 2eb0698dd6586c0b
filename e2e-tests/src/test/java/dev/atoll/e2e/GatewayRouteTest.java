// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A GatewayRoute at every gateway: published, withheld, healed, and left alone when an edit of it is refused. */
@UseOperator
class GatewayRouteTest {
    private static final String KIND = "GatewayRoute";

    private final TestNamespace namespace;

    GatewayRouteTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @BeforeAll
    static void installGateways(TestNamespace namespace) {
        for (var gateway : PlayedGateway.values()) {
            gateway.install(namespace);
        }
        applyService(namespace, "orders", "http");
        Kubelet.makeReady(namespace, "orders", 1);
    }

    @AfterAll
    static void uninstallGateways(TestNamespace namespace) {
        for (var gateway : PlayedGateway.values()) {
            gateway.uninstall(namespace);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadyOnceItsGatewayHasTakenIt(PlayedGateway gateway) {
        var route = name("taken", gateway);
        apply(route, gateway, route, "{path: /orders, service: orders}");
        Conditions.await(namespace, KIND, route, "Programmed=True/Programmed");
        var pending = gateway == PlayedGateway.GATEWAY_API ? "Ready=False/Waiting" : "Ready=Unknown/AddressPending";
        Conditions.await(namespace, KIND, route, pending);
        assertThat(requests(gateway, route)).isEqualTo(List.of(host(route), "/orders", "orders"));

        gateway.take(namespace, route);

        Conditions.await(namespace, KIND, route, "Ready=True/Ready");
        var status = Manifests.read(namespace, KIND, route);
        assertThat(status.<List<String>>get("status", "addresses")).containsExactly(PlayedGateway.ADDRESS);
        assertThat(status.<List<String>>get("status", "urls")).containsExactly("http://" + host(route) + "/orders");
    }

    @ParameterizedTest
    @EnumSource
    void isReadyOnlyWhileItsServiceHasAPodToAnswer(PlayedGateway gateway) {
        var route = name("silent", gateway);
        var service = name("sleeper", gateway);
        applyService(namespace, service, "http");
        apply(route, gateway, route, "{path: /, service: %s}".formatted(service));
        Conditions.await(namespace, KIND, route, "Programmed=True/Programmed");
        gateway.take(namespace, route);
        assertThat(Conditions.await(namespace, KIND, route, "Ready=False/NoEndpoints"))
                .contains("Microservice " + service, "spec.rules[0]");

        Kubelet.makeReady(namespace, service, 1);
        Conditions.await(namespace, KIND, route, "Ready=True/Ready");

        Kubelet.pods(namespace, service, 1).forEach(pod -> Kubelet.makeCrash(namespace, pod, "Error", 1));
        Conditions.await(namespace, KIND, route, "Ready=False/NoEndpoints");
    }

    @ParameterizedTest
    @EnumSource
    void leavesARequestToTheOlderRouteAndTakesItOver(PlayedGateway gateway) {
        // Creation times have seconds only; within one, the name decides.
        var older = name("a-older", gateway);
        var younger = name("b-younger", gateway);
        var contested = name("contested", gateway);
        apply(older, gateway, contested, "{path: /orders, service: orders}");
        Conditions.await(namespace, KIND, older, "Programmed=True/Programmed");
        apply(younger, gateway, contested, "{path: /orders, service: orders}");
        var message = Conditions.await(namespace, KIND, younger, "Accepted=False/Conflict");
        assertThat(message).contains("GatewayRoute %s/%s".formatted(namespace.name(), older), host(contested));
        assertThat(gateway.published(namespace, younger)).isEmpty();
        Conditions.await(namespace, KIND, older, "Accepted=True/Accepted");

        Manifests.delete(namespace, KIND, older);

        Conditions.await(namespace, KIND, younger, "Accepted=True/Accepted");
        Conditions.await(namespace, KIND, younger, "Programmed=True/Programmed");
        assertThat(requests(gateway, younger)).isEqualTo(List.of(host(contested), "/orders", "orders"));
    }

    @ParameterizedTest
    @EnumSource
    void staysAsItIsWhenAnEditIsRefused(PlayedGateway gateway) {
        var route = name("live", gateway);
        apply(route, gateway, route, "{path: /orders, service: orders}");
        Conditions.await(namespace, KIND, route, "Programmed=True/Programmed");
        var before = version(gateway, route);

        apply(
                route,
                gateway,
                route,
                "{path: /other, service: orders, auth: {apiKey: {secretName: keys, header: X-Key}}}");

        assertThat(Conditions.await(namespace, KIND, route, "Accepted=False/FeatureNotSupported"))
                .contains("spec.rules[0].auth.apiKey");
        assertThat(version(gateway, route)).isEqualTo(before);

        apply(route, gateway, route, "{path: /other, service: orders}");
        Conditions.await(namespace, KIND, route, "Programmed=True/Programmed");
        assertThat(requests(gateway, route)).isEqualTo(List.of(host(route), "/other", "orders"));
    }

    @ParameterizedTest
    @EnumSource
    void healsWhenTheServiceAndItsPortCome(PlayedGateway gateway) {
        var route = name("early", gateway);
        var service = name("late", gateway);
        apply(route, gateway, route, "{path: /, service: %s, port: web}".formatted(service));
        assertThat(Conditions.await(namespace, KIND, route, "ResolvedRefs=False/ServiceNotFound"))
                .contains("Microservice " + service, "spec.rules[0].service");
        assertThat(gateway.published(namespace, route)).isEmpty();

        applyService(namespace, service, "http");
        assertThat(Conditions.await(namespace, KIND, route, "ResolvedRefs=False/PortNotFound"))
                .contains("spec.rules[0].port");

        applyService(namespace, service, "web");
        Conditions.await(namespace, KIND, route, "ResolvedRefs=True/ResolvedRefs");
        Conditions.await(namespace, KIND, route, "Programmed=True/Programmed");
        assertThat(gateway.published(namespace, route)).isPresent();
    }

    @Test
    void healsWhenItsClassComes() {
        var className = namespace.name() + "-late";
        applyRoute("classless", "className: " + className, "classless", "{path: /, service: orders}");
        assertThat(Conditions.await(namespace, KIND, "classless", "Accepted=False/ClassNotFound"))
                .contains("IngressClass " + className, PlayedGateway.PLAIN.className(namespace));

        var late = new IngressClassBuilder()
                .withNewMetadata()
                .withName(className)
                .endMetadata()
                .withNewSpec()
                .withController("example.com/late")
                .endSpec()
                .build();
        namespace.client().resource(late).create();
        try {
            Conditions.await(namespace, KIND, "classless", "Programmed=True/Programmed");
        } finally {
            namespace.client().resource(late).delete();
        }
    }

    @Test
    void saysThatItsGatewayIsMissing() {
        applyRoute("nowhere", "gateway: {name: nowhere}", "nowhere", "{path: /, service: orders}");
        assertThat(Conditions.await(namespace, KIND, "nowhere", "Accepted=False/GatewayNotFound"))
                .contains("Gateway %s/nowhere".formatted(namespace.name()));
    }

    @Test
    void encryptsAndRedirectsWithTraefikAndCleansUpAfterwards() {
        var reference = PlayedGateway.TRAEFIK.reference(namespace);
        var encrypted = reference + ", tls: {secretName: shop-tls}";
        applyRoute("encrypted", encrypted, "encrypted", "{path: /, service: orders}");
        Conditions.await(namespace, KIND, "encrypted", "Programmed=True/Programmed");
        assertThat(owned("traefik.io/v1alpha1", "Middleware", "encrypted")).hasSize(1);
        assertThat(owned("networking.k8s.io/v1", "Ingress", "encrypted")).hasSize(2);

        applyRoute("encrypted", reference, "encrypted", "{path: /, service: orders}");

        eventually()
                .until(() -> owned("traefik.io/v1alpha1", "Middleware", "encrypted")
                                .isEmpty()
                        && owned("networking.k8s.io/v1", "Ingress", "encrypted").size() == 1);
    }

    @Test
    void takesItsOldObjectsAwayWhenItMovesToAnotherGateway() {
        apply("moving", PlayedGateway.PLAIN, "moving", "{path: /, service: orders}");
        Conditions.await(namespace, KIND, "moving", "Programmed=True/Programmed");

        apply("moving", PlayedGateway.GATEWAY_API, "moving", "{path: /, service: orders}");

        Conditions.await(namespace, KIND, "moving", "Programmed=True/Programmed");
        eventually()
                .until(() -> PlayedGateway.PLAIN.published(namespace, "moving").isEmpty());
        assertThat(PlayedGateway.GATEWAY_API.published(namespace, "moving")).isPresent();
    }

    private void apply(String name, PlayedGateway gateway, String host, String rule) {
        applyRoute(name, gateway.reference(namespace), host, rule);
    }

    private void applyRoute(String name, String entrance, String host, String rule) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s}
                spec: {%s, hosts: [%s], rules: [%s]}
                """.formatted(name, entrance, host(host), rule));
    }

    private static void applyService(TestNamespace namespace, String name, String port) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: %s, port: 8080}]}
                """.formatted(name, port));
    }

    private static String name(String purpose, PlayedGateway gateway) {
        return purpose + "-" + gateway.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A host of this namespace alone, since routes of all namespaces compete for hosts. */
    private String host(String name) {
        return name + "." + namespace.name() + ".example.com";
    }

    /** Host, path and service of the first rule of what is published. */
    private List<String> requests(PlayedGateway gateway, String route) {
        return switch (gateway.published(namespace, route).orElseThrow()) {
            case Ingress ingress -> {
                var rule = ingress.getSpec().getRules().getFirst();
                var path = rule.getHttp().getPaths().getFirst();
                yield List.of(
                        rule.getHost(),
                        // Traefik is told of what is below a prefix by a slash at its end.
                        path.getPath().replaceFirst("(?<=.)/$", ""),
                        path.getBackend().getService().getName());
            }
            case HTTPRoute found -> {
                var rule = found.getSpec().getRules().getFirst();
                yield List.of(
                        found.getSpec().getHostnames().getFirst(),
                        rule.getMatches().getFirst().getPath().getValue(),
                        rule.getBackendRefs().getFirst().getName());
            }
            case HasMetadata other -> throw new AssertionError("a route became " + other);
        };
    }

    private String version(PlayedGateway gateway, String route) {
        return gateway.published(namespace, route).orElseThrow().getMetadata().getResourceVersion();
    }

    private List<GenericKubernetesResource> owned(String apiVersion, String kind, String route) {
        return namespace
                .client()
                .genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace.name())
                .list()
                .getItems()
                .stream()
                .filter(object -> object.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner -> owner.getName().equals(route)))
                .toList();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
