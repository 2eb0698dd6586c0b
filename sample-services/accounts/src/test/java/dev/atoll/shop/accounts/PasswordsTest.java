// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(1_000);

    @Test
    void knowsAPasswordByItsHash() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("pbkdf2-sha512$1000$").doesNotContain("correct");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void saltsEveryHash() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void knowsHashesOfOtherStrengthsAndThatTheyAreOutdated() {
        var weaker = new Passwords(500).hash("correct horse");

        assertThat(passwords.matches("correct horse", weaker)).isTrue();
        assertThat(passwords.outdated(weaker)).isTrue();
        assertThat(passwords.outdated(passwords.hash("correct horse"))).isFalse();
    }

    @Test
    void nobodysHashMatchesNoPassword() {
        assertThat(passwords.matches("", passwords.nobodys())).isFalse();
        assertThat(passwords.matches("correct horse", passwords.nobodys())).isFalse();
    }

    @Test
    void refusesAHashOfAnotherScheme() {
        assertThatThrownBy(() -> passwords.matches("correct horse", "plain$correct horse"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("correct");
    }
}
