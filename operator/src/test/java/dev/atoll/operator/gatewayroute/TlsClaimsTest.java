// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsClaimsTest {
    private static final String ONE = "backendTLS: {hostname: one.internal, caCertificate: {configMapName: ca}}";
    private static final String OTHER = "backendTLS: {hostname: other.internal, caCertificate: {configMapName: ca}}";

    @Test
    void theOlderRouteDecidesHowAPortIsAsked() {
        var older = route("older", "{service: orders, port: https, %s}".formatted(ONE));
        var young = route("young", "{service: orders, port: https, %s}".formatted(OTHER));

        assertThat(conflict(0, young, older))
                .hasValueSatisfying(violation -> assertThat(violation.text())
                        .isEqualTo(
                                "spec.rules[0].backendTLS: GatewayRoute older, which is older, says otherwise (spec.rules[0])"
                                        + " of the same port, and a port is asked in one way by all routes; say the same, or name"
                                        + " another port"));
    }

    @Test
    void anUpperRuleDecidesWithinARoute() {
        var route = route(
                "shop",
                "{path: /a, service: orders, port: https, %s}, {path: /b, service: orders, port: https, %s}"
                        .formatted(ONE, OTHER));

        assertThat(conflict(0, route)).isEmpty();
        assertThat(conflict(1, route))
                .hasValueSatisfying(violation -> assertThat(violation.text()).contains("spec.rules[0] says otherwise"));
    }

    @Test
    void aPortLeftOutIsTheFirst() {
        var older = route("older", "{service: orders, port: http, %s}".formatted(ONE));
        var young = route("young", "{service: orders, %s}".formatted(OTHER));

        assertThat(conflict(0, young, older)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {service: orders, port: https, %1$s}          | {service: orders, port: https, %1$s}
            {service: orders, port: https, %1$s}          | {service: orders, port: http, %2$s}
            {service: orders, port: https, %1$s}          | {service: stock, port: https, %2$s}
            {service: orders, port: https, %1$s}          | {service: orders, port: https}
            {service: orders, port: https}                | {service: orders, port: https, %1$s}
            """)
    void whoSaysTheSameOrNothingOrOfAnotherPortIsInNobodysWay(String before, String after) {
        var older = route("older", before.formatted(ONE, OTHER));
        var young = route("young", after.formatted(ONE, OTHER));

        assertThat(conflict(0, young, older)).isEmpty();
    }

    @Test
    void amongSeveralBackendsOneIsEnough() {
        var older = route("older", "{service: stock, port: https, %s}".formatted(ONE));
        var young = route(
                "young",
                "{backends: [{service: orders, port: https}, {service: stock, port: https}], %s}".formatted(OTHER));

        assertThat(conflict(0, young, older)).isPresent();
        assertThat(TlsClaims.areOfOneService(young, older)).isTrue();
        assertThat(TlsClaims.isOf(young, "stock")).isTrue();
        assertThat(TlsClaims.isOf(older, "orders")).isFalse();
    }

    private static Optional<Violation> conflict(int rule, GatewayRoute route, GatewayRoute... older) {
        return TlsClaims.conflict(
                rule,
                new GatewayRouteObserved(
                        route,
                        Optional.empty(),
                        Example.byGateway(""),
                        name -> Optional.of(service(name)),
                        Example.claims(Map.of(), route),
                        List.of(),
                        KnownSecrets.UNKNOWN,
                        List.of(older),
                        List.of(),
                        List.of()));
    }

    private static GatewayRoute route(String name, String rules) {
        return Example.route(
                name, "gateway: {name: public}, hosts: [%s.example.com], rules: [%s]".formatted(name, rules));
    }

    private static Microservice service(String name) {
        return Example.read(Microservice.class, """
                metadata: {name: %s, namespace: shop}
                spec: {image: x, ports: [{name: http, port: 8080}, {name: https, port: 8443}]}
                """.formatted(name));
    }
}
