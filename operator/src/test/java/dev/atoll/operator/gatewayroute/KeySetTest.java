// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeySetTest {
    @Test
    void publicKeysAreTaken() throws GeneralSecurityException {
        assertThat(KeySet.problem(set(rsa(2048)))).isEmpty();
        assertThat(KeySet.problem(set(ec("secp256r1", "P-256", 0)))).isEmpty();
        assertThat(KeySet.problem(set(ec("secp521r1", "P-521", 0)))).isEmpty();
    }

    @Test
    void whatAGatewayCannotReadIsNamedWithItsPlace() throws GeneralSecurityException {
        assertThat(KeySet.problem("keys"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("is not JSON"));
        assertThat(KeySet.problem("{\"keys\": []}"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("has no keys"));
        assertThat(KeySet.problem(set(rsa(2048) + ", " + rsa(1024))))
                .hasValueSatisfying(text -> assertThat(text).startsWith("keys[1] is no RSA key of 2048 bits"));
        assertThat(KeySet.problem(set("{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"11qY\"}")))
                .hasValueSatisfying(text -> assertThat(text).contains("neither of kty RSA nor EC"));
    }

    @Test
    void aPointBesideTheCurveIsNoKey() throws GeneralSecurityException {
        assertThat(KeySet.problem(set(ec("secp256r1", "P-256", 1)))).isPresent();
        assertThat(KeySet.problem(set(ec("secp256r1", "P-384", 0)))).isPresent();
    }

    @Test
    void secretsAreRefused() throws GeneralSecurityException {
        assertThat(KeySet.problem(set(rsa(2048).replace("}", ", \"d\": \"AQAB\"}"))))
                .hasValueSatisfying(text -> assertThat(text).contains("holds a secret"));
        assertThat(KeySet.problem(set("{\"kty\": \"oct\", \"k\": \"c2VjcmV0\"}")))
                .hasValueSatisfying(text -> assertThat(text).contains("holds a secret"));
    }

    private static String set(String keys) {
        return "{\"keys\": [%s]}".formatted(keys);
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
        return "{\"kty\": \"RSA\", \"n\": \"%s\", \"e\": \"%s\"}"
                .formatted(encoded(key.getModulus()), encoded(key.getPublicExponent()));
    }

    private static String ec(String curve, String name, long shift) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
        return "{\"kty\": \"EC\", \"crv\": \"%s\", \"x\": \"%s\", \"y\": \"%s\"}"
                .formatted(
                        name,
                        encoded(point.getAffineX()),
                        encoded(point.getAffineY().add(BigInteger.valueOf(shift))));
    }

    private static String encoded(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
