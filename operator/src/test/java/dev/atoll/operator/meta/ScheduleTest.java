// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "0 3 * * *, 2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z",
        "@daily, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "@hourly, 2026-03-01T11:00:00Z, 2026-03-01T12:00:00Z",
        "@weekly, 2026-03-01T00:00:00Z, 2026-03-08T00:00:00Z",
        "@yearly, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "*/15 * * * MON-FRI, 2026-02-27T23:45:00Z, 2026-03-02T00:00:00Z",
    })
    void tellsTheLastAndTheNextTime(String text, Instant last, Instant next) {
        var schedule = Schedule.parse(text).orElseThrow();
        var sunday = Instant.parse("2026-03-01T11:30:00Z");

        assertThat(schedule.last(sunday)).contains(last);
        assertThat(schedule.next(sunday)).contains(next);
    }

    @Test
    void whatIsDueNowIsDue() {
        var noon = Instant.parse("2026-03-01T12:00:00Z");
        var schedule = Schedule.parse("0 12 * * *").orElseThrow();

        assertThat(schedule.last(noon)).contains(noon);
        assertThat(schedule.last(noon.minusMillis(1))).contains(Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(schedule.next(noon)).contains(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61 * * * *", "* * * *", "@never", "every day at three", "* * * * * *"})
    void otherTextsAreNone(String text) {
        assertThat(Schedule.parse(text)).isEmpty();
    }
}
