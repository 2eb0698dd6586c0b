// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.api.v1alpha1.common.Scheduling;
import dev.atoll.api.v1alpha1.common.Spread;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodSpreadTest {
    private static final Map<String, String> SELECTOR = Map.of(Labels.NAME, "orders");

    @Test
    void prefersOtherNodesAndOtherZones() {
        assertThat(PodSpread.of(scheduling(Spread.Preferred), SELECTOR))
                .extracting(TopologySpreadConstraint::getTopologyKey, TopologySpreadConstraint::getWhenUnsatisfiable)
                .containsExactly(
                        tuple("kubernetes.io/hostname", "ScheduleAnyway"),
                        tuple("topology.kubernetes.io/zone", "ScheduleAnyway"));
    }

    @Test
    void requiresOtherNodesAndNeverOtherZones() {
        assertThat(PodSpread.of(scheduling(Spread.Required), SELECTOR))
                .extracting(TopologySpreadConstraint::getWhenUnsatisfiable)
                .containsExactly("DoNotSchedule", "ScheduleAnyway");
    }

    @Test
    void asksForNothingWhereNothingIsWanted() {
        assertThat(PodSpread.of(scheduling(Spread.None), SELECTOR)).isEmpty();
    }

    @Test
    void spreadsEveryVersionByItself() {
        assertThat(PodSpread.of(scheduling(Spread.Preferred), SELECTOR)).allSatisfy(constraint -> {
            assertThat(constraint.getMatchLabelKeys()).containsExactly("pod-template-hash");
            assertThat(constraint.getLabelSelector().getMatchLabels()).isEqualTo(SELECTOR);
        });
    }

    @Test
    void takesTheConstraintsOfTheSpecInsteadOfItsOwn() {
        var own = new TopologySpreadConstraintBuilder().withTopologyKey("rack").build();
        var scheduling = new Scheduling(Map.of(), null, List.of(), null, Spread.Required, List.of(own));

        assertThat(PodSpread.of(scheduling, SELECTOR)).containsExactly(own);
    }

    private static Scheduling scheduling(Spread spread) {
        return new Scheduling(Map.of(), null, List.of(), null, spread, List.of());
    }
}
