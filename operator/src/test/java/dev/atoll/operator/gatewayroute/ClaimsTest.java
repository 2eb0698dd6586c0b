// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.gateway.NginxIngressDialect;
import dev.atoll.operator.gateway.PlainIngressDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private static final GatewayDialect SHARING = new PlainIngressDialect("web", "example.com/c");
    private static final GatewayDialect SOLE = new NginxIngressDialect("web", true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {path: /a, service: x}                            | {path: /a, service: y}
            {path: /a, service: x}                            | {path: /a/, service: x}
            {service: x}                                      | {path: /, service: x}
            {path: /a, service: x, methods: [POST, GET]}      | {path: /a, service: x, methods: [GET, PUT]}
            {headers: [{name: A, value: b}], service: x}      | {headers: [{name: a, value: b}], service: x}
            {grpc: {service: s.S}, service: x}                | {grpc: {service: s.S}, service: y}
            """)
    void theLaterOfTwoEqualClaimsIsLost(String first, String second) {
        assertThat(lost(first, second)).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {path: /a, service: x}                            | {path: /a/b, service: x}
            {path: /a, service: x}                            | {path: /a, pathType: Exact, service: x}
            {path: /a, pathType: Exact, service: x}           | {path: /a/, pathType: Exact, service: x}
            {path: /a, service: x, methods: [POST]}           | {path: /a, service: x, methods: [GET]}
            {path: /a, service: x}                            | {path: /a, service: x, methods: [GET]}
            {path: /a, service: x}                            | {path: /a, service: x, headers: [{name: a, value: b}]}
            {headers: [{name: a, value: b}], service: x}      | {headers: [{name: a, value: B}], service: x}
            {grpc: {service: s.S}, service: x}                | {grpc: {service: s.S, method: M}, service: x}
            """)
    void differentClaimsStandBesideEachOther(String first, String second) {
        assertThat(lost(first, second)).isEmpty();
    }

    @Test
    void theOldestOfSeveralRoutesIsNamed() {
        var route = Example.route("young", "className: web, hosts: [b.example.com], rules: [{path: /a, service: x}]");
        var first = Example.route("first", "className: web, hosts: [b.example.com], rules: [{path: /a, service: x}]");
        var second = Example.route("second", "className: web, hosts: [b.example.com], rules: [{path: /a, service: x}]");

        var lost = Claims.lost(Example.observed(route, Example.byClass("example.com/c"), first, second), SHARING);

        assertThat(lost)
                .singleElement()
                .satisfies(claim -> assertThat(claim.violation().text())
                        .isEqualTo(
                                "spec.rules[0].path: GatewayRoute shop/first, which is older, has b.example.com/a already"
                                        + " (spec.rules[0]); remove the rule, or change its host or path"));
    }

    @Test
    void whereAHostIsForOneRouteTheOlderOneHasAllOfIt() {
        var young = Example.route(
                "young",
                "className: web, hosts: [a.example.com, b.example.com], rules: [{path: /a, service: x}, {path: /b, service: x}]");
        var first = Example.route("first", "className: web, hosts: [b.example.com], rules: [{path: /c, service: x}]");

        var lost = Claims.lost(Example.observed(young, Example.byClass("example.com/c"), first), SOLE);

        assertThat(lost).extracting(Claims.Lost::rule).containsExactly(0, 1);
        assertThat(lost)
                .extracting(claim -> claim.violation().text())
                .containsOnly(
                        "spec.hosts: GatewayRoute shop/first, which is older, has b.example.com already, and the gateway's"
                                + " controller gives a host to one Ingress only; add the rules there, or name other hosts");
        assertThat(Claims.lost(Example.observed(young, Example.byClass("example.com/c")), SOLE))
                .isEmpty();
    }

    private static List<Integer> lost(String first, String second) {
        var route = Example.route(
                "shop", "className: web, hosts: [a.example.com], rules: [%s, %s]".formatted(first, second));
        return Claims.lost(Example.observed(route, Example.byClass("example.com/c")), SHARING).stream()
                .map(Claims.Lost::rule)
                .toList();
    }
}
