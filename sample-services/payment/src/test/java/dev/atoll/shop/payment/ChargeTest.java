// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChargeTest {
    @Test
    void findsNothingWrongWithAPlainCharge() {
        assertThat(new Charge("o-1", 1999, "EUR", "card").violations()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(new Charge(" ", 0, "euro", "").violations())
                .contains("orderId needs", "amount needs", "currency needs", "method needs");
    }

    @Test
    void refusesANegativeAmount() {
        assertThat(new Charge("o-1", -1, "EUR", "card").violations())
                .isEqualTo("amount needs to be positive, in minor units");
    }
}
