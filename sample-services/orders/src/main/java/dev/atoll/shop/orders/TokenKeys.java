// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that accounts publishes, kept until a token names one that is not among them. */
@ApplicationScoped
class TokenKeys {
    /** However many tokens name unknown keys, accounts is not asked more often. */
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final AccountsCalls accounts;
    private List<JsonWebKey> keys = List.of();
    private Optional<Long> asked = Optional.empty();

    TokenKeys(AccountsCalls accounts) {
        this.accounts = accounts;
    }

    /**
     * The key with this id, if accounts has it.
     *
     * @throws AccountsFailed when accounts cannot be asked
     */
    synchronized Optional<Key> find(String id) {
        var found = among(id);
        if (found.isEmpty() && asked.stream().noneMatch(at -> System.nanoTime() - at < SELDOM.toNanos())) {
            load();
            return among(id);
        }
        return found;
    }

    private void load() {
        try {
            keys = new JsonWebKeySet(accounts.keySet()).getJsonWebKeys();
            asked = Optional.of(System.nanoTime());
        } catch (JoseException | RuntimeException e) {
            throw new AccountsFailed(e);
        }
    }

    private Optional<Key> among(String id) {
        return keys.stream()
                .filter(key -> id.equals(key.getKeyId()))
                .map(JsonWebKey::getKey)
                .findFirst();
    }

    /** Nobody knows whether a token is good. */
    static final class AccountsFailed extends RuntimeException {
        AccountsFailed(Exception cause) {
            super("accounts cannot be asked for its keys: " + cause.getMessage(), cause);
        }
    }
}
