// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Secrets that a route names: missing, of no use, expired, and each time healed when the cause is gone. */
@UseOperator
class GatewaySecretsTest {
    private static final String KIND = "GatewayRoute";
    private static final PlayedGateway GATEWAY = PlayedGateway.TRAEFIK;

    private final TestNamespace namespace;

    GatewaySecretsTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @BeforeAll
    static void installGateway(TestNamespace namespace) {
        GATEWAY.install(namespace);
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """);
        Kubelet.makeReady(namespace, "orders", 1);
    }

    @AfterAll
    static void uninstallGateway(TestNamespace namespace) {
        GATEWAY.uninstall(namespace);
    }

    @Test
    void saysWhatIsWrongWithUsersAndHealsWithThem() {
        applyRoute("guarded", "auth: {basic: {secretName: staff}}");
        assertThat(Conditions.await(namespace, KIND, "guarded", "ResolvedRefs=False/SecretNotFound"))
                .contains("spec.auth.basic.secretName: Secret staff does not exist", "create it");
        Conditions.await(namespace, KIND, "guarded", "Ready=False/SecretNotFound");

        put(users(Map.of("sesame", "ada:{SHA}x", "other", "eve:{SHA}x")));
        assertThat(Conditions.await(namespace, KIND, "guarded", "ResolvedRefs=False/SecretInvalid"))
                .contains("spec.auth.basic.secretName: Secret staff has not exactly one key", "keep")
                .doesNotContain("sesame");

        put(users(Map.of("users", "ada:{SHA}x")));
        Conditions.await(namespace, KIND, "guarded", "ResolvedRefs=True/ResolvedRefs");
        GATEWAY.take(namespace, "guarded");
        Conditions.await(namespace, KIND, "guarded", "Ready=True/Ready");

        delete("staff");
        Conditions.await(namespace, KIND, "guarded", "Ready=False/SecretNotFound");
    }

    @Test
    void followsTheSecretThatItNamesNow() {
        put(opaque("one", Map.of("users", "ada:{SHA}x")));
        applyRoute("renamed", "auth: {basic: {secretName: one}}");
        Conditions.await(namespace, KIND, "renamed", "ResolvedRefs=True/ResolvedRefs");

        applyRoute("renamed", "auth: {basic: {secretName: other}}");
        Conditions.await(namespace, KIND, "renamed", "ResolvedRefs=False/SecretNotFound");

        put(opaque("other", Map.of("users", "ada:{SHA}x")));
        Conditions.await(namespace, KIND, "renamed", "ResolvedRefs=True/ResolvedRefs");
    }

    @Test
    void aCertificateExpiresByItselfAndIsReplaced() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        put(certificate("brief", "brief", now.plus(Duration.ofSeconds(50))));
        applyRoute("brief", "tls: {secretName: brief, redirect: false}");
        Conditions.await(namespace, KIND, "brief", "Programmed=True/Programmed");
        GATEWAY.take(namespace, "brief");
        GATEWAY.take(namespace, "brief-http");
        assertThat(Conditions.await(namespace, KIND, "brief", "Ready=True/Ready"))
                .contains("the certificate in Secret brief expires at");

        assertThat(Conditions.await(namespace, KIND, "brief", "Ready=False/CertificateExpired"))
                .contains("the certificate in Secret brief has expired at", "put another one into the Secret");

        put(certificate("brief", "brief", now.plus(Duration.ofDays(90))));
        assertThat(Conditions.await(namespace, KIND, "brief", "Ready=True/Ready"))
                .doesNotContain("certificate");
    }

    @Test
    void aCertificateIsForTheHostsOfItsRoute() {
        var later = Instant.now().plus(Duration.ofDays(90));
        put(certificate("shop-tls", "elsewhere", later));
        applyRoute("mistaken", "tls: {secretName: shop-tls, redirect: false}");
        Conditions.await(namespace, KIND, "mistaken", "Programmed=True/Programmed");
        GATEWAY.take(namespace, "mistaken");
        GATEWAY.take(namespace, "mistaken-http");
        assertThat(Conditions.await(namespace, KIND, "mistaken", "Ready=False/CertificateMismatch"))
                .contains("is not for " + host("mistaken"))
                .doesNotContain("elsewhere");

        put(certificate("shop-tls", "mistaken", later));
        Conditions.await(namespace, KIND, "mistaken", "Ready=True/Ready");
    }

    private void applyRoute(String name, String asked) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: %s}
                spec: {%s, hosts: [%s], %s, rules: [{service: orders}]}
                """.formatted(name, GATEWAY.reference(namespace), host(name), asked));
    }

    private Secret certificate(String name, String route, Instant until) {
        return MadeCertificate.secret(name, host(route), Instant.EPOCH, until);
    }

    private static Secret users(Map<String, String> content) {
        return opaque("staff", content);
    }

    private static Secret opaque(String name, Map<String, String> content) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withStringData(content)
                .build();
    }

    /** With nothing left of what was in it. */
    private void put(Secret secret) {
        var resource =
                namespace.client().secrets().inNamespace(namespace.name()).resource(secret);
        resource.unlock().createOr(existing -> existing.update());
    }

    private void delete(String name) {
        namespace
                .client()
                .secrets()
                .inNamespace(namespace.name())
                .withName(name)
                .delete();
    }

    private String host(String name) {
        return name + "." + namespace.name() + ".example.com";
    }
}
