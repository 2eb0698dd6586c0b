// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicy;
import dev.atoll.api.v1alpha1.scalingpolicy.ScalingPolicySpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScalingPoliciesTest {
    private final ScalingPolicy first = policy("z", "orders", "2026-01-01T10:00:00Z", false);
    private final ScalingPolicy second = policy("a", "orders", "2026-01-01T10:00:01Z", false);

    @Test
    void givesTheOldestTheSay() {
        assertThat(inCharge(second, first)).contains(first);
    }

    @Test
    void decidesByNameBetweenPoliciesOfOneSecond() {
        var same = policy("b", "orders", "2026-01-01T10:00:01Z", false);
        assertThat(inCharge(same, second)).contains(second);
    }

    @Test
    void asksOnlyThoseThatNameTheService() {
        assertThat(inCharge(policy("p", "payment", "2025-01-01T10:00:00Z", false), second))
                .contains(second);
        assertThat(ScalingPolicies.inChargeOf("inventory", Stream.of(first, second)))
                .isEmpty();
    }

    @Test
    void keepsThePausedOnesSay() {
        var paused = policy("p", "orders", "2025-01-01T10:00:00Z", true);
        assertThat(inCharge(first, paused)).contains(paused);
    }

    @Test
    void takesTheSayFromOneThatIsBeingDeleted() {
        first.getMetadata().setDeletionTimestamp("2026-01-02T00:00:00Z");
        assertThat(inCharge(first, second)).contains(second);
    }

    private static Optional<ScalingPolicy> inCharge(ScalingPolicy... policies) {
        return ScalingPolicies.inChargeOf("orders", Stream.of(policies));
    }

    private static ScalingPolicy policy(String name, String service, String created, boolean isPaused) {
        var policy = new ScalingPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName(name)
                .withCreationTimestamp(created)
                .build());
        policy.setSpec(new ScalingPolicySpec(service, 1, 10, List.of(), null, isPaused));
        return policy;
    }
}
