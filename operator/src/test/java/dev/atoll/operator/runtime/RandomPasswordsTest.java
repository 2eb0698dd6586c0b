// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomPasswordsTest {
    private final RandomPasswords passwords = new RandomPasswords();

    @Test
    void areLongAndNeedNoQuotingAnywhere() {
        assertThat(Stream.generate(passwords::next).limit(100))
                .allMatch(password -> password.matches("[A-Za-z0-9]{32,}"));
    }

    @Test
    void areNeverTheSameTwice() {
        assertThat(Stream.generate(passwords::next).limit(1000)).doesNotHaveDuplicates();
    }
}
