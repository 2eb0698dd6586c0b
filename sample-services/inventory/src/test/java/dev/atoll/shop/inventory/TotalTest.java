// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TotalTest {
    private static final Item LANTERN = new Item("lantern", "Lantern", 3450, "EUR", 10);

    @Test
    void sumsInMinorUnitsWithoutRounding() {
        assertThat(Total.NOTHING.plus(LANTERN, 3).plus(LANTERN, 1)).isEqualTo(new Total(13_800, "EUR"));
    }

    @Test
    void takesOneCurrencyOnly() {
        var euros = Total.NOTHING.plus(LANTERN, 1);

        assertThat(euros.takes(LANTERN)).isTrue();
        assertThat(euros.takes(new Item("map", "Map", 100, "USD", 1))).isFalse();
    }

    @Test
    void neverOverflowsSilently() {
        var dear = new Item("island", "Island", Long.MAX_VALUE, "EUR", 10);

        assertThatThrownBy(() -> Total.NOTHING.plus(dear, 2)).isInstanceOf(ArithmeticException.class);
    }
}
