// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignUpTest {
    @Test
    void takesAnAddressInAnyCaseAsOne() {
        var signUp = new SignUp(" Ann@Example.COM ", "Ann", "correct horse");

        assertThat(signUp.violations()).isEmpty();
        assertThat(signUp.email()).isEqualTo("ann@example.com");
        assertThat(new Credentials("ANN@example.com", "x").email()).isEqualTo("ann@example.com");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(new SignUp("ann", "", "short").violations())
                .contains("email is no address", "name needs", "password needs");
        assertThat(new SignUp("a@b\r\nX-User: root", "Ann", "correct horse").violations())
                .isEqualTo("email is no address");
    }

    @Test
    void neverShowsAPassword() {
        assertThat(new SignUp("ann@example.com", "Ann", "correct horse").toString())
                .doesNotContain("correct");
        assertThat(new Credentials("ann@example.com", "correct horse").toString())
                .doesNotContain("correct");
    }
}
