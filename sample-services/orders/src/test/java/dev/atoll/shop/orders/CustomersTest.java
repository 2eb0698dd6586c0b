// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private final TestTokens accounts = new TestTokens();
    private final AtomicInteger asked = new AtomicInteger();
    private final Customers customers = customers(() -> {
        asked.incrementAndGet();
        return accounts.keySet();
    });

    @Test
    void knowsWhomATokenSpeaksForAndAsksForTheKeysOnce() {
        assertThat(customers.of("Bearer " + accounts.token("ann"))).contains("ann");
        assertThat(customers.of("bearer " + accounts.token("bob"))).contains("bob");
        assertThat(asked).hasValue(1);
    }

    @Test
    void believesNobodyWithoutAValidToken() {
        assertThat(customers.of("")).isEmpty();
        assertThat(customers.of("Basic YTpi")).isEmpty();
        assertThat(customers.of("Bearer ")).isEmpty();
        assertThat(customers.of("Bearer x.y.z")).isEmpty();
        assertThat(customers.of("Bearer " + accounts.token("ann", "others", 60)))
                .isEmpty();
        assertThat(customers.of("Bearer " + accounts.token("ann", "shop", -60))).isEmpty();
    }

    @Test
    void believesNobodyWithAKeyOfTheirOwn() {
        assertThat(customers.of("Bearer " + new TestTokens().token("ann"))).isEmpty();
    }

    @Test
    void doesNotTakeAnOutageForARefusal() {
        var without = customers(() -> {
            throw new ProcessingException("connection refused");
        });

        assertThatThrownBy(() -> without.of("Bearer " + accounts.token("ann")))
                .isInstanceOf(TokenKeys.AccountsFailed.class);
    }

    private static Customers customers(AccountsClient client) {
        return new Customers(new TokenKeys(new AccountsCalls(client)), "accounts", "shop");
    }
}
