// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Signed tokens (JSON Web Tokens, RFC 7519): what a customer shows instead of a password. */
@ApplicationScoped
class Tokens {
    private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final Keys keys;
    private final Clock clock;
    private final String issuer;
    private final String audience;
    private final Duration lifetime;

    Tokens(
            Keys keys,
            Clock clock,
            @ConfigProperty(name = "accounts.issuer") String issuer,
            @ConfigProperty(name = "accounts.audience") String audience,
            @ConfigProperty(name = "accounts.token-lifetime") Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.audience = audience;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(Account account) {
        var now = clock.instant().getEpochSecond();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(account.id().toString());
        claims.setStringClaim("name", account.name());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + lifetime.toSeconds()));
        return sign(claims);
    }

    /** The account that a token was issued for; empty for one that is expired, altered, or not from here. */
    Optional<UUID> verify(String token) {
        var consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                // Only this one: a token does not choose how it is checked.
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM)
                .setVerificationKeyResolver((signature, _) -> key(signature.getKeyIdHeaderValue()))
                .build();
        try {
            return Optional.of(UUID.fromString(consumer.processToClaims(token).getSubject()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            if (e.getCause() instanceof Database.DatabaseFailed outage) {
                // Nobody knows whether the token is good: that is not a refusal.
                throw outage;
            }
            return Optional.empty();
        }
    }

    private Key key(String id) throws UnresolvableKeyException {
        return Optional.ofNullable(id)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("the token names no key of this service"))
                .getPublicKey();
    }

    private String sign(JwtClaims claims) {
        var key = keys.current();
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }
}
