// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HaproxyIngressDialectTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final String HAPROXY = "haproxy.org/";

    private final HaproxyIngressDialect dialect =
            new HaproxyIngressDialect("haproxy", "haproxy.org/ingress-controller");

    @ParameterizedTest
    @CsvSource({
        "haproxy.org/ingress-controller, true",
        "haproxy.org/ingress-controller/prod, true",
        "haproxy.org/ingress-controllers, false",
        "haproxy-ingress.github.io/controller, false"
    })
    void oneOfSeveralControllersHasANameOfItsOwn(String controller, boolean isSpoken) {
        assertThat(HaproxyIngressDialect.isSpokenBy(controller)).isEqualTo(isSpoken);
    }

    @Test
    void whoComesTooOftenGets429WhateverTheControllersDefaultIs() {
        assertThat(annotations("rateLimit: {requests: 100, per: 1m30s}"))
                .isEqualTo(Map.of(
                        HAPROXY + "rate-limit-requests", "100",
                        HAPROXY + "rate-limit-period", "90s",
                        HAPROXY + "rate-limit-size", "100k",
                        HAPROXY + "rate-limit-status-code", "429"));
    }

    @Test
    void whatCorsLeavesOutIsNotEverything() {
        assertThat(annotations("cors: {allowOrigins: ['https://shop.example.com']}"))
                .containsEntry(HAPROXY + "cors-allow-methods", "GET, HEAD, POST")
                .containsEntry(HAPROXY + "cors-allow-headers", "Accept")
                .containsEntry(HAPROXY + "cors-allow-credentials", "false")
                .containsEntry(HAPROXY + "cors-max-age", "5s");
    }

    @Test
    void anOriginIsComparedAsAWhole() {
        var pattern = Pattern.compile(Objects.requireNonNull(
                annotations("cors: {allowOrigins: ['https://*.Example.com:8443', 'https://shop.example.org']}")
                        .get(HAPROXY + "cors-allow-origin")));

        assertThat(List.of("https://shop.example.org", "https://a.example.com:8443", "https://a.b-c.example.com:8443"))
                .allMatch(origin -> pattern.matcher(origin).find());
        assertThat(List.of(
                        "https://example.com:8443",
                        "https://a.example.com",
                        "https://shop.example.org.evil.test",
                        "https://evil.test/https://shop.example.org",
                        "https://shopXexample.org",
                        "http://shop.example.org"))
                .noneMatch(origin -> pattern.matcher(origin).find());
        assertThat(pattern.pattern())
                .as("nothing that HAProxy's configuration reads as its own")
                .doesNotContainAnyWhitespaces()
                .doesNotContain("\\", "\"", "'", "#", "{", "%");
    }

    @Test
    void anyOriginIsAnAsterisk() {
        assertThat(annotations("cors: {allowOrigins: ['*', 'https://a.example.com']}"))
                .containsEntry(HAPROXY + "cors-allow-origin", "*");
    }

    @Test
    void eachHeaderIsALineWithItsValueInQuotes() {
        assertThat(
                        annotations(
                                "responseHeaderModifier: {set: [{name: Cache-Control, value: 'no-store, private'}, {name: X-A, value: b}]}"))
                .isEqualTo(Map.of(HAPROXY + "response-set-header", "Cache-Control \"no-store, private\"\nX-A \"b\""));
    }

    @Test
    void plainHttpIsRedirectedToThePortOfTheUrlsOrAnswered() {
        assertThat(annotations(dialect.objects(Routes.encrypted(null, Routes.prefix("/")))
                        .getFirst()))
                .isEqualTo(Map.of(
                        HAPROXY + "ssl-redirect", "true",
                        HAPROXY + "ssl-redirect-code", "301",
                        HAPROXY + "ssl-redirect-port", "443"));
        assertThat(annotations(dialect.objects(Routes.encrypted(false, Routes.prefix("/")))
                        .getFirst()))
                .isEqualTo(Map.of(HAPROXY + "ssl-redirect", "false"));
    }

    @Test
    void aRuleThatIsTreatedInItsOwnWayHasAnIngressOfItsOwnAndItIsFirst() {
        var limited = treatment("rateLimit: {requests: 5}");

        var objects = dialect.objects(Routes.plain(Routes.prefix("/"), Routes.treated("/login", limited)));

        assertThat(objects).hasSize(2);
        assertThat(annotations(objects.get(0))).containsEntry(HAPROXY + "rate-limit-requests", "5");
        assertThat(annotations(objects.get(1))).isEmpty();
        assertThat(objects.get(1).getMetadata().getName()).isEqualTo("shop");
    }

    @Test
    void oneIngressHasTheRoutesNameAlways() {
        var one = treatment("rateLimit: {requests: 5}");
        var other = treatment("rateLimit: {requests: 6}");

        var objects = dialect.objects(Routes.plain(Routes.treated("/a", one), Routes.treated("/b", other)));

        assertThat(objects)
                .extracting(object -> object.getMetadata().getName())
                .hasSize(2)
                .endsWith("shop");
        assertThat(dialect.objects(Routes.plain())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rateLimit: {requests: 5, by: Route}",
                "rateLimit: {requests: 5, by: Header, header: X-Customer}",
                "rateLimit: {requests: 5, burst: 3}",
                "rateLimit: {requests: 5, per: 1500ms}",
                "rateLimit: {requests: 5, per: 24h1s}",
                "cors: {allowOrigins: ['*'], exposeHeaders: [X-Total]}",
                "cors: {allowOrigins: ['*'], allowHeaders: ['X-A#']}",
                "requestHeaderModifier: {remove: [X-Debug]}",
                "responseHeaderModifier: {set: [{name: X-A, value: '\"'}]}",
                "responseHeaderModifier: {set: [{name: X-A, value: 'a # b'}]}",
                "responseHeaderModifier: {set: [{name: X-A, value: 'a\\b'}]}",
                "responseHeaderModifier: {set: [{name: X-A, value: '%[src]'}]}",
                "responseHeaderModifier: {set: [{name: 'X#A', value: b}]}",
            })
    void whatCannotBeSaidLiterallyIsRefusedForTheRouteAndForARule(String field) {
        assertThat(violations("%s\nrules: [{service: a}]".formatted(field)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.reason()).isEqualTo(Reason.FeatureNotSupported));
        assertThat(violations("rules: [{service: a}, {service: b, %s}]".formatted(field)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).startsWith("spec.rules[1]."));
    }

    @Test
    void whatFillsALineIsRefused() {
        var origins = String.join(", ", Collections.nCopies(20, "https://" + "a".repeat(60) + ".example.com"));

        assertThat(violations("cors: {allowOrigins: [%s]}".formatted(origins)))
                .extracting(Violation::field)
                .containsExactly("spec.cors.allowOrigins");
    }

    @Test
    void whatCanBeSaidIsNotRefused() {
        assertThat(violations("""
                rateLimit: {requests: 5, per: 24h}
                cors: {allowOrigins: ['*'], allowHeaders: [X-A], maxAge: 1h}
                requestHeaderModifier: {set: [{name: X-A, value: 'max-age=1; a, b/c'}]}
                """)).isEmpty();
    }

    @Test
    void passwordsAreRefusedForTheirSecretsAreNotReadTheSameWay() {
        assertThat(dialect.refusal(Feature.AUTH_BASIC))
                .hasValueSatisfying(refusal -> assertThat(refusal.message()).contains("a key for each user"));
    }

    private Map<String, String> annotations(String fields) {
        return annotations(dialect.objects(Routes.plain(Routes.treated("/", treatment(fields))))
                .getFirst());
    }

    private List<Violation> violations(String spec) {
        return dialect.violations(SERIALIZATION.unmarshal("---\n" + spec, GatewayRouteSpec.class));
    }

    private static Treatment treatment(String fields) {
        return Treatment.of(
                SERIALIZATION.unmarshal("---\n" + fields, GatewayRouteSpec.class), forward -> Optional.empty());
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }
}
