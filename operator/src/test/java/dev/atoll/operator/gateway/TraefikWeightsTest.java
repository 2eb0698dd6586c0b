// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class TraefikWeightsTest {
    private static final String TWO_HEADERS = "headers: [{name: A, value: a}, {name: B, value: b}]";

    @Test
    void refusesARuleThatAShorterPathWithHeadersOutweighs() {
        var spec = spec("{path: /a, %s}, {path: /a/b}".formatted(TWO_HEADERS));

        assertThat(TraefikWeights.violations(spec)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("spec.rules[1].path");
            assertThat(violation.message()).contains("spec.rules[0], whose path /a is above it");
        });
    }

    @Test
    void takesLongerPathsAndThoseThatMatchAsMuch() {
        assertThat(TraefikWeights.violations(spec("{path: /a, %s}, {path: /a/bcd}".formatted(TWO_HEADERS))))
                .isEmpty();
        assertThat(TraefikWeights.violations(spec("{path: /a, %1$s}, {path: /a/b, %1$s}".formatted(TWO_HEADERS))))
                .isEmpty();
        assertThat(TraefikWeights.violations(spec("{path: /, %s}, {path: /b}".formatted(TWO_HEADERS))))
                .isEmpty();
        assertThat(TraefikWeights.violations(
                        spec("{path: /a, methods: [GET], %s}, {path: /a/b, methods: [PUT]}".formatted(TWO_HEADERS))))
                .isEmpty();
    }

    /** Such a rule is told a second time with the methods. */
    @Test
    void takesAPathBelowOneWithMethods() {
        assertThat(TraefikWeights.violations(spec("{path: /a, methods: [POST]}, {path: /a/b}")))
                .isEmpty();
    }

    private static GatewayRouteSpec spec(String rules) {
        return new KubernetesSerialization()
                .unmarshal("hosts: [shop.example.com]\nrules: [%s]".formatted(rules), GatewayRouteSpec.class);
    }
}
