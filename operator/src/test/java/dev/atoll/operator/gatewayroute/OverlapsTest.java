// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewaydefaults.HostGrant;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the younger of two routes of different namespaces, which share a host by consent, is told of the older one. */
class OverlapsTest {
    private static final String HOST = "x.example.com";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {path: /a, service: s}                     | {path: /a/b, service: s}                   | takes requests for /a/b from /a
            {path: /a/b, service: s}                   | {path: /a, service: s}                     | leaves requests to /a/b
            {path: /a, service: s}                     | {path: /a/, service: s, methods: [POST]}   | shares requests for /a/ with a rule
            {path: /a, service: s, methods: [POST]}    | {path: /a, service: s}                     | shares requests for /a with a rule
            {path: /a, service: s}                     | {path: /a, service: s, headers: [{name: b, value: c}]} | shares requests for /a with a rule
            """)
    void tellsOfRequestsThatBothCouldHave(String older, String younger, String remark) {
        assertThat(remarks(older, younger)).containsExactly("spec.rules[0] " + remark + " of GatewayRoute a/r1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {path: /a, service: s}                     | {path: /ab, service: s}
            {path: /a, service: s, methods: [GET]}     | {path: /a, service: s, methods: [POST]}
            """)
    void saysNothingWhereNoRequestIsForBoth(String older, String younger) {
        assertThat(remarks(older, younger)).isEmpty();
    }

    private static List<String> remarks(String older, String younger) {
        var grant = Map.of("a", List.of(new HostGrant(List.of(HOST), List.of("b"))));
        return Overlaps.of(Example.claims(grant, route("b", 2, younger), route("a", 1, older)));
    }

    private static GatewayRoute route(String namespace, int day, String rule) {
        return Example.read(GatewayRoute.class, """
                metadata: {name: r%d, namespace: %s, creationTimestamp: "2026-01-0%dT00:00:00Z"}
                spec: {gateway: {name: public, namespace: gateways}, hosts: [%s], rules: [%s]}
                """.formatted(day, namespace, day, HOST, rule));
    }
}
