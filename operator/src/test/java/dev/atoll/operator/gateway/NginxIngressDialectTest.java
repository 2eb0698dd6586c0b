// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxIngressDialectTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final String NGINX = "nginx.org/";

    private final NginxIngressDialect dialect = new NginxIngressDialect("nginx", true);

    @Test
    void whatAnIngressRefersToComesBeforeIt() {
        var objects = objects("auth: {forward: {service: accounts, path: /verify}}\ncors: {allowOrigins: ['*']}");

        assertThat(objects)
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .containsExactly("Policy shop-auth", "Policy shop-cors", "Ingress shop");
        assertThat(annotations(objects.get(2))).containsEntry(NGINX + "policies", "shop-auth,shop-cors");
    }

    @Test
    void aServiceIsAskedUnderThePortThatTheRouteNames() {
        var yaml = SERIALIZATION.asYaml(
                objects("auth: {forward: {service: accounts, path: /verify}}").getFirst());

        assertThat(yaml)
                .contains("apiVersion: \"k8s.nginx.org/v1\"")
                .contains("kind: \"Policy\"")
                .contains("ingressClassName: \"nginx\"")
                .contains("authURI: \"/verify\"")
                .contains("authServiceName: \"accounts\"")
                .contains("- 8080")
                .doesNotContain("cors", "null", "status");
    }

    @Test
    void whatTheApiServerFillsInIsNotRead() {
        var live = SERIALIZATION.unmarshal("""
                apiVersion: k8s.nginx.org/v1
                kind: Policy
                metadata: {name: shop-auth}
                spec:
                  ingressClassName: nginx
                  externalAuth: {authURI: /verify, authServiceName: accounts, authServicePorts: [8080], sslVerifyDepth: 1}
                status: {state: Valid, reason: AddedOrUpdated, message: it was added}
                """, NginxPolicy.class);

        assertThat(live.getSpec())
                .isEqualTo(((NginxPolicy) objects("auth: {forward: {service: accounts, path: /verify}}")
                                .getFirst())
                        .getSpec());
        assertThat(live.getStatus()).isEqualTo(new NginxPolicy.Status("Valid", "it was added"));
    }

    @Test
    void whatCorsLeavesOutIsNotEverything() {
        var yaml = SERIALIZATION.asYaml(
                objects("cors: {allowOrigins: ['https://Shop.example.com']}").getFirst());

        assertThat(yaml)
                .contains("- \"https://shop.example.com\"")
                .contains("- \"GET\"", "- \"HEAD\"", "- \"POST\"", "- \"Accept\"")
                .contains("allowCredentials: false")
                .contains("maxAge: 5")
                .doesNotContain("exposeHeaders", "externalAuth");
    }

    @Test
    void whoComesTooOftenGets429() {
        assertThat(annotations("rateLimit: {requests: 100}"))
                .isEqualTo(Map.of(
                        NGINX + "limit-req-rate", "100r/s",
                        NGINX + "limit-req-key", "${binary_remote_addr}",
                        NGINX + "limit-req-zone-size", "10m",
                        NGINX + "limit-req-reject-code", "429"));
    }

    @ParameterizedTest
    @CsvSource({"1s, 5r/s", "1000ms, 5r/s", "1m, 5r/m", "60s, 5r/m", "59s1000ms, 5r/m"})
    void aRateIsForASecondOrAMinute(String per, String rate) {
        assertThat(annotations("rateLimit: {requests: 5, per: %s}".formatted(per)))
                .containsEntry(NGINX + "limit-req-rate", rate);
    }

    @Test
    void aBurstPassesAtOnce() {
        assertThat(annotations("rateLimit: {requests: 5, burst: 20}"))
                .containsEntry(NGINX + "limit-req-burst", "20")
                .containsEntry(NGINX + "limit-req-no-delay", "true");
    }

    @Test
    void whoLeavesTheHeaderOutIsCountedToo() {
        assertThat(annotations("rateLimit: {requests: 5, by: Header, header: X-Customer}"))
                .as("NGINX counts nothing under an empty key")
                .containsEntry(NGINX + "limit-req-key", "header${http_x_customer}");
        assertThat(annotations("rateLimit: {requests: 5, by: Route}")).containsEntry(NGINX + "limit-req-key", "route");
    }

    @Test
    void plainHttpIsRedirectedOrAnsweredWhateverTheControllersDefaultIs() {
        assertThat(annotations(dialect.objects(Routes.encrypted(null, Routes.prefix("/")))
                        .getFirst()))
                .isEqualTo(Map.of(NGINX + "ssl-redirect", "true"));
        assertThat(annotations(dialect.objects(Routes.encrypted(false, Routes.prefix("/")))
                        .getFirst()))
                .isEqualTo(Map.of(NGINX + "ssl-redirect", "false"));
    }

    @Test
    void headersThatAreSetAreOneAnnotation() {
        assertThat(annotations("requestHeaderModifier: {set: [{name: X-A, value: b}, {name: X-C, value: d}]}"))
                .isEqualTo(Map.of(NGINX + "proxy-set-headers", "X-A: b,X-C: d"));
    }

    @Test
    void rulesThatAreTreatedDifferentlyAreNeverPublishedAlike() {
        var route = Routes.plain(Routes.prefix("/"), Routes.treated("/login", treatment("rateLimit: {requests: 5}")));

        assertThat(dialect.refusal(Feature.RULES_DIFFER)).isPresent();
        assertThatThrownBy(() -> dialect.objects(route)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAuthenticationThatNginxHasNotIsNeverLeftOut() {
        assertThatThrownBy(() -> objects("auth: {basic: {secretName: users}}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth: {forward: {service: a, responseHeaders: [X-User]}}",
                "auth: {forward: {service: a, path: '/verify?a=$http_b'}}",
                "rateLimit: {requests: 5, per: 10s}",
                "rateLimit: {requests: 5, per: 1h}",
                "rateLimit: {requests: 5, per: 99999h}",
                "rateLimit: {requests: 5, by: Header, header: X_Customer}",
                "cors: {allowOrigins: ['https://*.example.com']}",
                "requestHeaderModifier: {remove: [X-Debug]}",
                "requestHeaderModifier: {set: [{name: X-A, value: 'a,b: c'}]}",
                "requestHeaderModifier: {set: [{name: X-A, value: '$host'}]}",
                "requestHeaderModifier: {set: [{name: X-Forwarded-For, value: a}]}",
                "requestHeaderModifier: {set: [{name: 'X:A', value: a}]}",
            })
    void whatCannotBeSaidExactlyIsRefused(String field) {
        assertThat(violations("%s\nrules: [{service: a}]".formatted(field)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.reason()).isEqualTo(Reason.FeatureNotSupported));
        assertThat(violations("rules: [{service: a}, {service: b, %s}]".formatted(field)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).startsWith("spec.rules[1]."));
    }

    @Test
    void whatCanBeSaidIsNotRefused() {
        assertThat(violations("""
                auth: {forward: {service: a, path: /verify/v1.0}}
                rateLimit: {requests: 5, per: 1m, burst: 3, by: Header, header: X-Customer}
                cors: {allowOrigins: ['https://a.example.com'], exposeHeaders: [X-A]}
                requestHeaderModifier: {set: [{name: X-A, value: public/1.0}]}
                """)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Feature.class,
            names = {"AUTH_FORWARD", "CORS"})
    void withoutItsCrdsWhatTakesAPolicyIsRefused(Feature feature) {
        assertThat(dialect.refusal(feature)).isEmpty();
        assertThat(new NginxIngressDialect("nginx", false).refusal(feature))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ApiNotInstalled));
    }

    private Map<String, String> annotations(String fields) {
        return annotations(objects(fields).getLast());
    }

    private List<HasMetadata> objects(String fields) {
        return dialect.objects(Routes.plain(Routes.treated("/", treatment(fields))));
    }

    private List<Violation> violations(String spec) {
        return dialect.violations(SERIALIZATION.unmarshal("---\n" + spec, GatewayRouteSpec.class));
    }

    private static Treatment treatment(String fields) {
        return Treatment.of(
                SERIALIZATION.unmarshal("---\n" + fields, GatewayRouteSpec.class),
                forward -> Optional.of(Target.inside(forward.service(), "http", 8080, 1)));
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }
}
