// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Children are found by these names after an upgrade of the operator: none of them may ever change. */
class NamesTest {

    @Test
    void childrenAreNamedAfterTheirResource() {
        assertThat(Names.headless("orders")).isEqualTo("orders-headless");
        assertThat(Names.bindingSecret("orders-db")).isEqualTo("orders-db-binding");
    }

    @Test
    void aServiceIsCalledByTheSameAddressFromEveryNamespace() {
        assertThat(Names.host("orders", "shop")).isEqualTo("orders.shop.svc");
    }

    @Test
    void aHostTellsTheNamespaceThatItIsOf() {
        assertThat(Names.namespaceOf(Names.host("orders", "shop"))).contains("shop");
        assertThat(Names.namespaceOf("orders-0.orders-headless.shop.svc.cluster.local"))
                .contains("shop");
        assertThat(Names.namespaceOf("orders.svc.example.com")).isEmpty();
        assertThat(Names.namespaceOf("shop.svc")).isEmpty();
        assertThat(Names.namespaceOf("192.0.2.7")).isEmpty();
    }

    @Test
    void anEnvironmentVariableHasNoDashes() {
        assertThat(Names.environment("order-intake-2")).isEqualTo("ORDER_INTAKE_2");
    }
}
