// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.atoll.e2e.cluster.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Nobody else can have a container engine of their own, which is what could leave something on the machine. */
@EnabledIfSystemProperty(named = "user.name", matches = "root")
class KindLifeTest {
    @Test
    void downLeavesNothingOfAnUpThatWasKilledHalfWay() {
        assertThatCode(() -> Program.run("e2e-tests/cluster/check-kind-life", "killed-half-way"))
                .as("the command compares the machine before and after, and says what is left")
                .doesNotThrowAnyException();
    }
}
