// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.common.Condition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final String NOW = "2026-05-01T10:00:00Z";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T10:00:00.789Z"), ZoneOffset.UTC);
    private static final Condition READY_BEFORE =
            new Condition("Ready", "True", 1L, "2026-01-01T00:00:00Z", "Ready", "1 of 1 pods are ready");

    @Test
    void aNewConditionHasTheTimeOfTheClockInSeconds() {
        var conditions = Conditions.after(List.of(), 3L, CLOCK)
                .isFalse(ConditionType.READY, Reason.Progressing, "not yet")
                .list();

        assertThat(conditions).containsExactly(new Condition("Ready", "False", 3L, NOW, "Progressing", "not yet"));
    }

    @Test
    void theTimeStaysWhileTheStatusStays() {
        var conditions = Conditions.after(List.of(READY_BEFORE), 2L, CLOCK)
                .isTrue(ConditionType.READY, Reason.Ready, "2 of 2 pods are ready")
                .list();

        assertThat(conditions.getFirst().lastTransitionTime()).isEqualTo(READY_BEFORE.lastTransitionTime());
        assertThat(conditions.getFirst().observedGeneration()).isEqualTo(2);
        assertThat(conditions.getFirst().message()).isEqualTo("2 of 2 pods are ready");
    }

    @Test
    void theTimeChangesWithTheStatus() {
        var conditions = Conditions.after(List.of(READY_BEFORE), 1L, CLOCK)
                .isUnknown(ConditionType.READY, Reason.Paused, "?")
                .list();

        assertThat(conditions.getFirst().status()).isEqualTo("Unknown");
        assertThat(conditions.getFirst().lastTransitionTime()).isEqualTo(NOW);
    }

    @Test
    void anUnchangedStateGivesAnEqualList() {
        var again = Conditions.after(List.of(READY_BEFORE), 1L, CLOCK)
                .isTrue(ConditionType.READY, Reason.Ready, "1 of 1 pods are ready")
                .list();

        assertThat(again).isEqualTo(List.of(READY_BEFORE));
    }

    @Test
    void conditionsStandInTheOrderInWhichTheyAreAddedAndOthersGo() {
        var stalled = new Condition("Stalled", "True", 1L, NOW, "Invalid", "");

        var conditions = Conditions.after(List.of(stalled, READY_BEFORE), 1L, CLOCK)
                .isTrue(ConditionType.ACCEPTED, Reason.Accepted, "")
                .isTrue(ConditionType.READY, Reason.Ready, "")
                .list();

        assertThat(conditions).extracting(Condition::type).containsExactly("Accepted", "Ready");
    }

    @Test
    void aMessageIsCutToWhatTheApiServerAccepts() {
        var message = Conditions.after(List.of(), 1L, CLOCK)
                .isFalse(ConditionType.READY, Reason.Rejected, "x".repeat(5000))
                .list()
                .getFirst()
                .message();

        assertThat(message).hasSize(4096).endsWith("x…");
    }
}
