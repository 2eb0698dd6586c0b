// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.line.Desired.Content;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.meta.SecretText;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A password that somebody else writes is exchanged when that writes another one. */
class OwnPasswordTest {
    private final RotationCase given = new RotationCase();

    @Test
    void anotherPasswordOfOnesOwnIsGivenToTheOtherUser() {
        ownPassword("8", SecretText.PLAIN);
        given.inUse = "atoll.dev/made-from: '7'";
        assertThat(given.rotation()).isEqualTo(new Rotation.Making("2026-03-02T04:00:00Z", "orders_2"));

        var replacement =
                given.desired().replacements(OwnPasswordTest::noPassword).getFirst();
        assertThat(replacement.secret().getMetadata().getAnnotations())
                .containsEntry("atoll.dev/made-from", "8")
                .containsEntry("atoll.dev/username", "orders_2");
        var content = (Content.Derived) replacement.content();
        var data = content.derivation().form().apply(Map.of("password", "bmV3", "other", "bm9uZQ=="));
        assertThat(data).containsEntry("password", "bmV3").doesNotContainKey("other");
        assertThat(content.isSame().test(data, Map.of("password", "bmV3", "username", "b3JkZXJz")))
                .isTrue();
        assertThat(content.isSame().test(data, Map.of("password", "b2xk"))).isFalse();
        assertThat(content.note().getMetadata().getName()).isEqualTo("orders-db-binding");
        assertThat(content.note().getMetadata().getAnnotations()).isEqualTo(Map.of("atoll.dev/made-from", "8"));
    }

    @Test
    void whatAPasswordOfOnesOwnWasMadeFromComesWithIt() {
        ownPassword("8", SecretText.PLAIN);
        given.next = RotationCase.secondUser() + ", atoll.dev/made-from: '8'";
        given.jobsAreDone = true;

        assertThat(given.desired()
                        .replacements(OwnPasswordTest::noPassword)
                        .getFirst()
                        .secret()
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("atoll.dev/made-from", "8");
    }

    /** Whoever has set it and leaves it out would take it away, and no type can change. */
    @Test
    void theTypeOfTheOwnersSecretStays() {
        given.next = RotationCase.secondUser();
        given.jobsAreDone = true;

        assertThat(given.desired()
                        .replacements(OwnPasswordTest::noPassword)
                        .getFirst()
                        .secret()
                        .getType())
                .isEqualTo("servicebinding.io/postgresql");
    }

    @Test
    void aPasswordThatIsMadeUpAgainIsOfNoSecret() {
        given.inUse = "atoll.dev/made-from: '7'";
        given.next = RotationCase.secondUser();
        given.jobsAreDone = true;

        assertThat(given.desired()
                        .replacements(OwnPasswordTest::noPassword)
                        .getFirst()
                        .secret()
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("atoll.dev/made-from", "");
    }

    @Test
    void withAPasswordOfOnesOwnNothingElseIsAReason() {
        ownPassword("7", SecretText.PLAIN);
        given.inUse = "atoll.dev/made-from: '7'";
        given.request = "please";
        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());

        ownPassword("8", SecretText.LINE);
        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());

        given.secrets = new KnownSecrets(Map.of(), true);
        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());
    }

    private void ownPassword(String version, SecretText text) {
        given.credentials = "secretName: my-password";
        var facts = new SecretFacts("Opaque", Map.of("password", text), Optional.empty(), false, version);
        given.secrets = new KnownSecrets(Map.of("my-password", facts), true);
    }

    private static String noPassword() {
        throw new AssertionError("a password is made up");
    }
}
