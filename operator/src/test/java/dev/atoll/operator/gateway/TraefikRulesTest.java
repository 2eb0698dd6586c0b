// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraefikRulesTest {
    @Test
    void aRuleBelowAPathWithMethodsIsToldASecondTimeWithThem() {
        var above = Routes.methods("/orders/", HttpMethod.PUT);
        var moreAbove = Routes.methods("/orders", HttpMethod.POST, HttpMethod.PUT);
        var below = Routes.prefix("/orders/all");

        assertThat(TraefikRules.of(List.of(above, below, moreAbove)))
                .containsExactly(above, below, below.withMethods(List.of(HttpMethod.POST, HttpMethod.PUT)), moreAbove);
    }

    @Test
    void aMethodThatHasARuleOfItsOwnIsNotTold() {
        var above = Routes.methods("/orders", HttpMethod.POST, HttpMethod.PUT);
        var below = Routes.prefix("/orders/all");
        var beside = Routes.methods("/orders/all", HttpMethod.POST);

        assertThat(TraefikRules.of(List.of(above, below, beside)))
                .containsExactly(above, below, below.withMethods(List.of(HttpMethod.PUT)), beside);
    }

    @Test
    void aHeaderIsTheSameInAnyCase() {
        var above = Routes.methods("/orders", HttpMethod.POST);
        var below = Routes.header("/orders/all", "X-Tenant");
        var beside = Routes.header("/orders/all", "x-tenant", HttpMethod.POST);

        assertThat(TraefikRules.of(List.of(above, below, beside))).containsExactly(above, below, beside);
    }

    @Test
    void aRuleThatNoMethodIsAboveStaysAsItIs() {
        var rules = List.of(
                Routes.methods("/", HttpMethod.POST),
                Routes.methods("/orders", HttpMethod.PUT),
                Routes.prefix("/orders"),
                Routes.prefix("/orders-of-today"),
                Routes.exact("/orders/all"),
                Routes.methods("/orders/some", HttpMethod.GET),
                Routes.grpc("stock.Stock"));

        assertThat(TraefikRules.of(rules)).isEqualTo(rules);
    }
}
