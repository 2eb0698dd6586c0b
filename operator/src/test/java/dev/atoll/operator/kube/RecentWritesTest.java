// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentWritesTest {
    private static final ObjectKey KEY = ObjectKey.of(version("0"));

    private final RecentWrites recent = new RecentWrites();
    private final List<String> woken = new ArrayList<>();

    @Test
    void wakesNobodyForAnEchoAfterTheAnswer() {
        write("2");
        arrives("2");
        assertThat(woken).isEmpty();
    }

    @Test
    void wakesNobodyForAnEchoBeforeTheAnswer() {
        recent.during(KEY, () -> {
            arrives("2");
            return answer("2");
        });
        assertThat(woken).isEmpty();
    }

    @Test
    void wakesForTheChangesOfOthersAroundAnEcho() {
        recent.during(KEY, () -> {
            arrives("1");
            arrives("2");
            arrives("3");
            assertThat(woken).as("nobody knows yet whose they are").isEmpty();
            return answer("2");
        });
        assertThat(woken).containsExactly("1", "3");
    }

    @Test
    void wakesForWhatArrivedDuringAWriteThatFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> recent.during(KEY, () -> {
                    arrives("1");
                    throw new IllegalStateException("no answer");
                }));
        assertThat(woken).containsExactly("1");
    }

    @Test
    void knowsAWriteBetterThanTheCacheUntilThatMovesOn() {
        write("2");
        assertThat(recent.newest(KEY, Optional.of(version("1")))).contains(version("2"));
        assertThat(recent.newest(KEY, Optional.of(version("3")))).contains(version("3"));
        assertThat(recent.newest(KEY, Optional.of(version("1"))))
                .as("forgotten")
                .contains(version("1"));
    }

    private void write(String version) {
        recent.during(KEY, () -> answer(version));
    }

    private ConfigMap answer(String version) {
        recent.remember(version("1"), version(version));
        return version(version);
    }

    private void arrives(String version) {
        if (!recent.absorbs(version(version), () -> woken.add(version))) {
            woken.add(version);
        }
    }

    private static ConfigMap version(String version) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("orders")
                .withResourceVersion(version)
                .endMetadata()
                .build();
    }
}
