// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.operator.status.Transitions.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Condition ACCEPTED = condition("Accepted", "True", Reason.Accepted);
    private static final Condition READY = condition("Ready", "True", Reason.Ready);
    private static final Condition PROGRESSING = condition("Ready", "False", Reason.Progressing);
    private static final Condition CRASHING = condition("Ready", "False", Reason.CrashLoop);

    @Test
    void becomingReadyIsGoodNews() {
        assertThat(Transitions.between(List.of(ACCEPTED, PROGRESSING), List.of(ACCEPTED, READY)))
                .containsExactly(new Transition(READY, false));
        assertThat(Transitions.between(List.of(), List.of(ACCEPTED, READY)))
                .containsExactly(new Transition(READY, false));
    }

    @Test
    void noLongerWorkingIsAWarning() {
        assertThat(Transitions.between(List.of(READY), List.of(CRASHING)))
                .containsExactly(new Transition(CRASHING, true));
    }

    @Test
    void anotherReasonForNotWorkingIsNewsToo() {
        var memory = condition("Ready", "False", Reason.OutOfMemory);

        assertThat(Transitions.between(List.of(CRASHING), List.of(memory)))
                .containsExactly(new Transition(memory, true));
    }

    @Test
    void nothingIsNewsWhileNothingChangesButTheMessage() {
        var other = new Condition("Ready", "False", 2L, "2026-01-02T00:00:00Z", "CrashLoop", "9 times so far");

        assertThat(Transitions.between(List.of(CRASHING), List.of(other))).isEmpty();
    }

    @Test
    void whatPassesByItselfIsNoNews() {
        assertThat(Transitions.between(List.of(READY), List.of(PROGRESSING))).isEmpty();
        assertThat(Transitions.between(List.of(), List.of(PROGRESSING))).isEmpty();
    }

    @Test
    void takingOverWhatAnEarlierResourceLeftIsGoodNewsFromTheStart() {
        var adopted = condition("Programmed", "True", Reason.Adopted);

        assertThat(Transitions.between(List.of(), List.of(adopted))).containsExactly(new Transition(adopted, false));
        assertThat(Transitions.between(List.of(adopted), List.of(adopted))).isEmpty();
    }

    @Test
    void whatWasRefusedAndIsAcceptedNowIsNews() {
        var refused = condition("Accepted", "False", Reason.Invalid);

        assertThat(Transitions.between(List.of(), List.of(refused))).containsExactly(new Transition(refused, true));
        assertThat(Transitions.between(List.of(refused), List.of(ACCEPTED)))
                .containsExactly(new Transition(ACCEPTED, false));
        assertThat(Transitions.between(List.of(), List.of(ACCEPTED))).isEmpty();
    }

    @Test
    void whatSomebodyAskedForIsNoWarning() {
        var stopped = condition("Ready", "False", Reason.Stopped);
        var paused = condition("Programmed", "Unknown", Reason.Paused);

        assertThat(Transitions.between(List.of(READY), List.of(stopped, paused)))
                .containsExactly(new Transition(stopped, false), new Transition(paused, false));
    }

    private static Condition condition(String type, String status, Reason reason) {
        return new Condition(type, status, 1L, "2026-01-01T00:00:00Z", reason.name(), "");
    }
}
