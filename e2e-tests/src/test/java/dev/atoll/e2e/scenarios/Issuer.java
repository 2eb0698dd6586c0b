// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Who issues tokens (JSON Web Tokens, RFC 7519) in the scenarios. Its key is made anew for each run. */
final class Issuer {
    private static final String KEY_ID = "run";
    private static final int BYTES_OF_A_NUMBER = 32;
    private static final KeyPair OWN = newKey();
    private static final KeyPair SOMEBODY_ELSES = newKey();

    private Issuer() {}

    /** The public keys (JWKS, RFC 7517), as JSON. */
    static String keys() {
        var point = ((ECPublicKey) OWN.getPublic()).getW();
        var key = Map.of(
                "kty", "EC",
                "crv", "P-256",
                "alg", "ES256",
                "use", "sig",
                "kid", KEY_ID,
                "x", number(point.getAffineX()),
                "y", number(point.getAffineY()));
        return Serialization.asJson(Map.of("keys", List.of(key)));
    }

    static String signed(String claims) {
        return signed(claims, OWN);
    }

    /** A token that says it is of the same key. */
    static String signedBySomebodyElse(String claims) {
        return signed(claims, SOMEBODY_ELSES);
    }

    static String unsigned(String claims) {
        return text("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + text(claims) + ".";
    }

    private static String signed(String claims, KeyPair key) {
        String content = text("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + "." + text(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has ECDSA", e);
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    /** Always of the same length. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[BYTES_OF_A_NUMBER];
        int kept = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - kept, padded, padded.length - kept, kept);
        return base64(padded);
    }

    private static String text(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
