// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.shop.orders.Order.Reason;
import dev.atoll.shop.orders.Order.State;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void writesMinorUnitsAsPeopleReadThem() {
        assertThat(Texts.of(order(State.PLACED, Reason.NONE, 12_305))).endsWith("placed and paid: 123.05 EUR.");
        assertThat(Texts.of(order(State.PLACED, Reason.NONE, 7))).endsWith("placed and paid: 0.07 EUR.");
    }

    @Test
    void saysWhyAnOrderWasNotPlaced() {
        assertThat(Texts.of(order(State.REJECTED, Reason.PAYMENT_DECLINED, 0))).endsWith("the payment was declined.");
    }

    private static Order order(State state, Reason reason, long total) {
        return new Order(new UUID(0, 1), "ann", List.of(), state, reason, total, "EUR");
    }
}
