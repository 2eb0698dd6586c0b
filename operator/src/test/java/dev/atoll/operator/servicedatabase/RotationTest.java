// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credentials are exchanged at four o'clock, and overlap for ten minutes; the database is of the first of March. */
class RotationTest {
    private static final String OVER =
            RotationCase.secondUser() + ", atoll.dev/rotated: '2026-03-02T04:00:00Z', atoll.dev/admitted-on: volume";

    private final RotationCase given = new RotationCase();

    @Test
    void nothingIsDueBeforeTheFirstTime() {
        given.now = "2026-03-02T03:59:59Z";

        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void theOtherUserGetsNewCredentialsWhenOneIsDue() {
        assertThat(given.rotation()).isEqualTo(new Rotation.Making("2026-03-02T04:00:00Z", "orders_2"));
    }

    @Test
    void nothingBeginsWhileTheServerDoesNotWork() {
        given.readyServers = 0;

        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void theUserIsLetInBeforeItsCredentialsAreGivenOut() {
        given.next = RotationCase.secondUser();

        assertThat(given.step().kind()).isEqualTo(LoginStep.Kind.LET_IN);
        assertThat(given.step().secret().getMetadata().getName()).isEqualTo("orders-db-next");
        assertThat(given.step().shut()).isEmpty();

        given.jobsAreDone = true;
        assertThat(given.rotation())
                .isInstanceOfSatisfying(
                        Rotation.GivingOut.class,
                        giving -> assertThat(giving.username()).isEqualTo("orders_2"));
    }

    @Test
    void theFormerUserIsShutOutWhenTheOverlapIsOverAndAllPodsHaveTheNewCredentials() {
        given.next = RotationCase.secondUser();
        given.inUse = RotationCase.secondUser() + ", atoll.dev/admitted-on: volume";
        given.consumers = List.of("2026-03-02T04:00:00Z", "");
        given.now = "2026-03-02T04:10:04Z";
        var until = Instant.parse("2026-03-02T04:10:05Z");
        assertThat(given.rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, false));

        given.now = "2026-03-02T04:10:05Z";
        assertThat(given.rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, false));

        given.consumers = List.of("2026-03-02T04:00:00Z", "2026-03-02T04:00:00Z");
        assertThat(given.step().kind()).isEqualTo(LoginStep.Kind.SHUT_OUT);
        assertThat(given.step().shut()).contains("orders");

        given.now = "2026-03-02T04:10:04Z";
        assertThat(given.rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, true));
    }

    @Test
    void theUsersTakeTurns() {
        given.next = RotationCase.secondUser();
        given.inUse = OVER;
        given.now = "2026-03-03T03:59:59Z";
        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());

        given.now = "2026-03-03T04:00:00Z";
        assertThat(given.rotation()).isEqualTo(new Rotation.Making("2026-03-03T04:00:00Z", "orders"));
    }

    @Test
    void aRequestIsServedOnce() {
        given.now = "2026-03-02T05:00:00Z";
        given.inUse = OVER;
        given.next = RotationCase.secondUser();
        given.request = "leaked";
        assertThat(given.rotation()).isEqualTo(new Rotation.Making("2026-03-02T05:00:00Z", "orders"));

        given.next = RotationCase.secondUser() + ", atoll.dev/rotate-credentials: leaked";
        assertThat(given.rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void aUserIsLetIntoTheDataOfAnotherVolume() {
        given.next = RotationCase.secondUser();
        given.inUse = OVER;
        given.now = "2026-03-02T05:00:00Z";
        given.volume = "restored";

        assertThat(given.step().kind()).isEqualTo(LoginStep.Kind.LET_IN_AGAIN);
        assertThat(given.step().secret().getMetadata().getName()).isEqualTo("orders-db-binding");
        assertThat(given.step().shut()).contains("orders");
        assertThat(given.desired().annotations()).containsEntry("atoll.dev/admitted-on", "volume");

        given.jobsAreDone = true;
        assertThat(given.desired().annotations())
                .containsEntry("atoll.dev/admitted-on", "restored")
                .containsEntry("atoll.dev/rotated", "2026-03-02T04:00:00Z");
    }

    @Test
    void whatIsDoneIsWrittenDown() {
        given.next = RotationCase.secondUser();
        given.inUse = RotationCase.secondUser() + ", atoll.dev/admitted-on: volume";
        given.now = "2026-03-02T05:00:00Z";
        given.jobsAreDone = true;

        assertThat(given.desired().annotations())
                .containsEntry("atoll.dev/admitted-on", "volume")
                .containsEntry("atoll.dev/rotated", "2026-03-02T04:00:00Z");
    }

    @Test
    void noPasswordIsMadeUpForASecretThatHasOne() {
        given.next = RotationCase.secondUser();

        assertThat(given.desired().replacements(() -> "a-new-one")).isEmpty();
        assertThat(given.desired().job()).hasSize(1);
    }
}
