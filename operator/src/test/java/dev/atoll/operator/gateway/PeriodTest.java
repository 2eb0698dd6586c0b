// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void aPeriodHasANameHoweverItIsWritten() {
        assertThat(Period.unit("1s")).hasValue("Second");
        assertThat(Period.unit("1000ms")).hasValue("Second");
        assertThat(Period.unit("60s")).hasValue("Minute");
        assertThat(Period.unit("59m60s")).hasValue("Hour");
        assertThat(Period.unit("24h")).hasValue("Day");
    }

    @Test
    void mostPeriodsHaveNone() {
        assertThat(Period.unit("10s")).isEmpty();
        assertThat(Period.unit("1001ms")).isEmpty();
        assertThat(Period.unit("48h")).isEmpty();
    }
}
