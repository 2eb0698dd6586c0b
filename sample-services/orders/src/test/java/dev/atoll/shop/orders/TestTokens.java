// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs tokens as accounts does. */
final class TestTokens {
    private final PublicJsonWebKey key;

    TestTokens() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String keySet() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String token(String customer) {
        return token(customer, "shop", 60);
    }

    String token(String customer, String audience, int validMinutes) {
        var claims = new JwtClaims();
        claims.setIssuer("accounts");
        claims.setAudience(audience);
        claims.setSubject(customer);
        claims.setExpirationTimeMinutesInTheFuture(validMinutes);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
