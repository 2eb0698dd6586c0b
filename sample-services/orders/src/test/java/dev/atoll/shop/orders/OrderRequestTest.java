// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRequestTest {
    @Test
    void takesOneToFiftyLines() {
        assertThat(request(1).valid()).isTrue();
        assertThat(request(50).valid()).isTrue();
        assertThat(request(0).valid()).isFalse();
        assertThat(request(51).valid()).isFalse();
    }

    @Test
    void refusesLinesThatNobodyCanWant() {
        assertThat(new OrderLine("lantern", 1).valid()).isTrue();
        assertThat(new OrderLine("lantern", 0).valid()).isFalse();
        assertThat(new OrderLine("lantern", 1_001).valid()).isFalse();
        assertThat(new OrderLine(" ", 1).valid()).isFalse();
    }

    @Test
    void needsAPaymentMethod() {
        assertThat(new OrderRequest(List.of(new OrderLine("lantern", 1)), " ").valid())
                .isFalse();
    }

    private static OrderRequest request(int lines) {
        return new OrderRequest(Collections.nCopies(lines, new OrderLine("lantern", 1)), "card");
    }
}
