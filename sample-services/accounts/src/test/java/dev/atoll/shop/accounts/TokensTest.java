// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Account ANN = new Account(new UUID(0, 1), "ann@example.com", "Ann");

    private final OneKey key = new OneKey(StoredKeys.generate());
    private final Tokens tokens = tokens(key, NOW, "accounts", "shop");

    @Test
    void knowsWhomATokenWasIssuedFor() {
        assertThat(tokens.verify(tokens.issue(ANN))).contains(ANN.id());
    }

    @Test
    void refusesATokenAfterItsTime() {
        var token = tokens.issue(ANN);

        assertThat(tokens(key, NOW.plusSeconds(3_599), "accounts", "shop").verify(token))
                .isPresent();
        assertThat(tokens(key, NOW.plusSeconds(3_600), "accounts", "shop").verify(token))
                .isEmpty();
    }

    @Test
    void refusesATokenOfAnotherIssuerOrForAnotherAudience() {
        assertThat(tokens.verify(tokens(key, NOW, "others", "shop").issue(ANN))).isEmpty();
        assertThat(tokens.verify(tokens(key, NOW, "accounts", "others").issue(ANN)))
                .isEmpty();
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        var stranger = new OneKey(StoredKeys.generate());
        assertThat(tokens.verify(tokens(stranger, NOW, "accounts", "shop").issue(ANN)))
                .isEmpty();

        // Also one that claims to be ours.
        stranger.key().setKeyId(key.key().getKeyId());
        assertThat(tokens.verify(tokens(stranger, NOW, "accounts", "shop").issue(ANN)))
                .isEmpty();
    }

    @Test
    void refusesAnAlteredTokenAndOneWithoutSignature() {
        var parts = tokens.issue(ANN).split("\\.", -1);
        var bob = encode(decode(parts[1]).replace(ANN.id().toString(), new UUID(0, 2).toString()));

        assertThat(tokens.verify(parts[0] + "." + bob + "." + parts[2])).isEmpty();
        assertThat(tokens.verify(encode("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .isEmpty();
        assertThat(tokens.verify("no token at all")).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
    }

    private static Tokens tokens(Keys keys, Instant now, String issuer, String audience) {
        return new Tokens(keys, Clock.fixed(now, ZoneOffset.UTC), issuer, audience, Duration.ofHours(1));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private record OneKey(PublicJsonWebKey key) implements Keys {
        @Override
        public PublicJsonWebKey current() {
            return key;
        }

        @Override
        public Optional<PublicJsonWebKey> find(String id) {
            return id.equals(key.getKeyId()) ? Optional.of(key) : Optional.empty();
        }

        @Override
        public List<PublicJsonWebKey> published() {
            return List.of(key);
        }
    }
}
