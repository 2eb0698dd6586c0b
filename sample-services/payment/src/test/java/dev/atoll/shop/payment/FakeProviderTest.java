// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.shop.payment.Payment.Status;
import dev.atoll.shop.payment.Provider.Answer;
import org.junit.jupiter.api.Test;

class FakeProviderTest {
    private static final Charge CHARGE = new Charge("o-1", 1999, "EUR", "card");

    private final FakeProvider provider = new FakeProvider(new Behaviour(0, false));

    @Test
    void decidesOnceForAKey() {
        var first = provider.charge("k-1", CHARGE);

        assertThat(provider.charge("k-1", CHARGE)).isEqualTo(first);
        assertThat(provider.charge("k-2", CHARGE)).isNotEqualTo(first);
    }

    @Test
    void decidesTheSameInEveryReplica() {
        var other = new FakeProvider(new Behaviour(0, false));

        assertThat(other.charge("k-1", CHARGE)).isEqualTo(provider.charge("k-1", CHARGE));
    }

    @Test
    void refusesAKeyThatStandsForAnotherCharge() {
        provider.charge("k-1", CHARGE);

        assertThat(provider.charge("k-1", new Charge("o-1", 2000, "EUR", "card")))
                .isEqualTo(new Answer.KeyReused());
    }

    @Test
    void declinesTheCardThatIsMadeForIt() {
        assertThat(provider.charge("k-1", new Charge("o-1", 1999, "EUR", "card-declined")))
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.payment().status()).isEqualTo(Status.DECLINED));
    }

    @Test
    void neverChargesACancelledKey() {
        provider.cancel("k-1");

        assertThat(provider.charge("k-1", CHARGE)).isEqualTo(new Answer.Cancelled());
    }

    @Test
    void takesNothingWhileItIsToldToFail() {
        provider.behave(new Behaviour(0, true));

        assertThatThrownBy(() -> provider.charge("k-1", CHARGE)).isInstanceOf(Provider.Unavailable.class);
    }
}
