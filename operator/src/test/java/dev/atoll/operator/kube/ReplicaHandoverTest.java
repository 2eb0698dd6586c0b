// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.Test;

class ReplicaHandoverTest {
    @Test
    void takesTheNumberBackOnlyAsItIsInTheVersionLookedAt() {
        assertThat(ReplicaHandover.isTakingBack(scaledTo(7), scaledTo(7), taking(7)))
                .isTrue();
    }

    @Test
    void overrulesWhoeverHasScaledWhatTheSpecDecides() {
        assertThat(ReplicaHandover.isTakingBack(scaledTo(3), scaledTo(7), taking(3)))
                .isFalse();
    }

    /** Atoll applied no number before, and applies this one now. */
    private static Comparison.Difference taking(int replicas) {
        var desired = JsonNodeFactory.instance.objectNode();
        desired.putObject("spec").put("replicas", replicas);
        return new Comparison.Difference(AppliedSummary.of(desired), AppliedSummary.NOTHING);
    }

    private static Deployment scaledTo(int replicas) {
        return new DeploymentBuilder()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }
}
