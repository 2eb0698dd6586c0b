// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.atoll.shop.inventory.v1.Line;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {
    @Test
    void addsUpTheLinesOfOneItemAndOrdersThemByName() {
        assertThat(Wanted.of(List.of(line("b", 1), line("a", 2), line("b", 3))).quantities())
                .containsExactly(entry("a", 2), entry("b", 4));
    }

    @Test
    void refusesQuantitiesThatNobodyCanWant() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(List.of(line("a", 0))));
        assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(List.of(line("a", -1))));
        assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(List.of(line("a", 1_001))));
    }

    @Test
    void refusesNoLinesAndTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(Collections.nCopies(51, line("a", 1))));
    }

    private static Line line(String sku, int quantity) {
        return Line.newBuilder().setSku(sku).setQuantity(quantity).build();
    }
}
