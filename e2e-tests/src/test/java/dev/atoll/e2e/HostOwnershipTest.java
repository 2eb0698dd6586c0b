// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host of one namespace is not published by another one, however its path is written, unless its owner consents. */
@UseOperator
class HostOwnershipTest {
    private static final String KIND = "GatewayRoute";
    private static final String REFUSED = "Accepted=False/Conflict";
    private static final String ACCEPTED = "Accepted=True/Accepted";

    private static TestNamespace guest;

    private final TestNamespace owner;

    HostOwnershipTest(TestNamespace namespace) {
        this.owner = namespace;
    }

    @BeforeAll
    static void install(ControlPlane controlPlane, TestNamespace namespace) {
        guest = TestNamespace.create(controlPlane, "host-guest");
        for (var gateway : PlayedGateway.values()) {
            gateway.install(namespace);
        }
        for (var place : List.of(namespace, guest)) {
            Manifests.apply(place, """
                    apiVersion: atoll.dev/v1alpha1
                    kind: Microservice
                    metadata: {name: orders}
                    spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                    """);
        }
    }

    @AfterAll
    static void uninstall(TestNamespace namespace) {
        for (var gateway : PlayedGateway.values()) {
            gateway.uninstall(namespace);
        }
        guest.delete();
    }

    @ParameterizedTest
    @EnumSource
    void isPublishedByAnotherNamespaceAsLongAsTheOwnerConsents(PlayedGateway gateway) {
        var route = name("taker", gateway);
        var host = host(name("shop", gateway));
        var other = host(name("other", gateway));
        claim(owner, name("shop", gateway), gateway, "/", host);
        claim(guest, route, gateway, "/login", host, other);
        assertThat(Conditions.await(guest, KIND, route, REFUSED))
                .contains(
                        "spec.hosts[0]",
                        "GatewayRoute %s/%s".formatted(owner.name(), name("shop", gateway)),
                        "spec.hostGrants of GatewayDefaults default of namespace " + owner.name());
        awaitHosts(gateway, guest, route, other);

        grant(host);
        assertThat(Conditions.await(guest, KIND, route, ACCEPTED)).contains("takes requests for /login from /");
        awaitHosts(gateway, guest, route, host, other);

        Manifests.delete(owner, "GatewayDefaults", "default");
        Conditions.await(guest, KIND, route, REFUSED);
        awaitHosts(gateway, guest, route, other);
        awaitHosts(gateway, owner, name("shop", gateway), host);

        Manifests.delete(owner, KIND, name("shop", gateway));
        Conditions.await(guest, KIND, route, ACCEPTED);
        awaitHosts(gateway, guest, route, host, other);
    }

    @ParameterizedTest
    @EnumSource
    void isNotTakenByAWildcardNorFromOne(PlayedGateway gateway) {
        var wide = "*." + host(name("wide", gateway));
        var below = host("a." + name("wide", gateway));
        claim(owner, name("a-below", gateway), gateway, "/", below);
        Conditions.await(owner, KIND, name("a-below", gateway), ACCEPTED);
        claim(guest, name("b-wide", gateway), gateway, "/longer", wide);
        assertThat(Conditions.await(guest, KIND, name("b-wide", gateway), REFUSED))
                .contains(wide + " includes " + below, "nothing of the route is published");
        assertThat(gateway.published(guest, name("b-wide", gateway))).isEmpty();

        Manifests.delete(owner, KIND, name("a-below", gateway));
        Conditions.await(guest, KIND, name("b-wide", gateway), ACCEPTED);
        claim(owner, name("c-below", gateway), gateway, "/", below);

        assertThat(Conditions.await(owner, KIND, name("c-below", gateway), REFUSED))
                .contains("GatewayRoute %s/%s".formatted(guest.name(), name("b-wide", gateway)), wide);
        assertThat(gateway.published(owner, name("c-below", gateway))).isEmpty();
    }

    @Test
    void isNotTakenByAnEditOfARouteThatIsOlder() {
        var gateway = PlayedGateway.TRAEFIK;
        var host = host("edited");
        claim(guest, "a-old", gateway, "/", host("old"));
        Conditions.await(guest, KIND, "a-old", ACCEPTED);
        claim(owner, "edited", gateway, "/", host);
        Conditions.await(owner, KIND, "edited", ACCEPTED);

        claim(guest, "a-old", gateway, "/longer", host("old"), host);

        assertThat(Conditions.await(guest, KIND, "a-old", REFUSED)).contains("spec.hosts[1]");
        awaitHosts(gateway, guest, "a-old", host("old"));
        assertThat(Conditions.await(owner, KIND, "edited", ACCEPTED)).isEqualTo("the spec is valid");
        List<Map<String, Object>> claims = Manifests.read(guest, KIND, "a-old").get("status", "hosts");
        assertThat(claims).extracting(claim -> claim.get("host")).containsExactly(host("old"), host);
    }

    @Test
    void isNoLongerPublishedByARouteThatIsPausedWhenTheOwnerConsentsNoMore() {
        var gateway = PlayedGateway.PLAIN;
        var host = host("paused");
        claim(owner, "paused", gateway, "/", host);
        grant(host);
        claim(guest, "paused", gateway, "/login", host);
        awaitHosts(gateway, guest, "paused", host);
        apply(guest, "paused", gateway, "/login", ", paused: true", host);
        Conditions.await(guest, KIND, "paused", "Accepted=True/Paused");

        Manifests.delete(owner, "GatewayDefaults", "default");

        Conditions.await(guest, KIND, "paused", REFUSED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> gateway.published(guest, "paused").isEmpty());
    }

    private void grant(String host) {
        Manifests.apply(owner, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayDefaults
                metadata: {name: default}
                spec: {hostGrants: [{hosts: [%s], namespaces: [%s]}]}
                """.formatted(host, guest.name()));
    }

    /** Creation times have seconds only; so the next one comes a second later. */
    private void claim(TestNamespace namespace, String name, PlayedGateway gateway, String path, String... hosts) {
        apply(namespace, name, gateway, path, "", hosts);
        var created = Instant.parse(
                Manifests.read(namespace, KIND, name).getMetadata().getCreationTimestamp());
        Awaitility.await().until(() -> Instant.now().isAfter(created.plusSeconds(1)));
    }

    private void apply(
            TestNamespace namespace, String name, PlayedGateway gateway, String path, String more, String... hosts) {
        Manifests.apply(
                namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s}
                spec: {%s, hosts: ["%s"], rules: [{path: %s, service: orders}]%s}
                """.formatted(name, gateway.reference(owner), String.join("\", \"", hosts), path, more));
    }

    /** Waits until a route is published under these hosts and no others. */
    private static void awaitHosts(PlayedGateway gateway, TestNamespace namespace, String route, String... hosts) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(gateway.published(namespace, route)
                                .map(HostOwnershipTest::hosts)
                                .orElse(List.of()))
                        .containsExactly(hosts));
    }

    private static List<String> hosts(HasMetadata published) {
        return switch (published) {
            case Ingress ingress ->
                ingress.getSpec().getRules().stream()
                        .map(rule -> rule.getHost())
                        .toList();
            case HTTPRoute route -> route.getSpec().getHostnames();
            default -> throw new AssertionError("a route became " + published);
        };
    }

    private static String name(String purpose, PlayedGateway gateway) {
        return purpose + "-" + gateway.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String host(String name) {
        return name + "." + owner.name() + ".example.com";
    }
}
