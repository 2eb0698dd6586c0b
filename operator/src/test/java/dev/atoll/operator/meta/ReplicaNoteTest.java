// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaNoteTest {
    @Test
    void tellsThatTheNumberIsGivenUp() {
        assertThat(ReplicaNote.isAutoscaled(withNote(ReplicaNote.AUTOSCALED))).isTrue();
        assertThat(ReplicaNote.isAutoscaled(withNote(ReplicaNote.held(7, 3)))).isFalse();
        assertThat(ReplicaNote.isAutoscaled(
                        new DeploymentBuilder().withNewMetadata().endMetadata().build()))
                .isFalse();
    }

    @Test
    void keepsANumberOnlyAsLongAsTheSpecSaysWhatItSaid() {
        var deployment = withNote(ReplicaNote.held(7, 3));
        assertThat(ReplicaNote.held(deployment, 3)).contains(7);
        assertThat(ReplicaNote.held(deployment, 4)).isEmpty();
        assertThat(ReplicaNote.held(withNote(ReplicaNote.held(7, 13)), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"held:7", "held:x:3", "held::3", "held:-1:3", "held:99999999999:3", "7:3", ""})
    void takesNoNotesThatItDidNotWrite(String note) {
        assertThat(ReplicaNote.held(withNote(note), 3)).isEmpty();
    }

    private static Deployment withNote(String note) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withAnnotations(Map.of(Annotations.REPLICAS, note))
                .endMetadata()
                .build();
    }
}
