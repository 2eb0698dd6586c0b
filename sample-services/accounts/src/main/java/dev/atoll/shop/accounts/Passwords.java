// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords with the JDK's PBKDF2 (HMAC-SHA-512). A hash is stored as {@code pbkdf2-sha512$iterations$salt$hash},
 * so that the number of iterations can grow without anybody losing their account.
 */
@ApplicationScoped
class Passwords {
    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;

    private final SecureRandom random = new SecureRandom();
    private final int iterations;
    private final String nobodys;

    Passwords(@ConfigProperty(name = "accounts.password-iterations") int iterations) {
        this.iterations = iterations;
        var salt = new byte[SALT_BYTES];
        this.nobodys =
                String.join("$", SCHEME, Integer.toString(iterations), encode(salt), encode(new byte[HASH_BYTES]));
    }

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return String.join(
                "$", SCHEME, Integer.toString(iterations), encode(salt), encode(pbkdf2(password, salt, iterations)));
    }

    /** Compares in a time that does not tell how much of the password is right. */
    boolean matches(String password, String stored) {
        var parts = parts(stored);
        var hash = pbkdf2(password, decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(hash, decode(parts[3]));
    }

    /** A hash that no password has. Comparing with it takes as long as with a real one. */
    String nobodys() {
        return nobodys;
    }

    /** Whether a hash was made with other parameters than new ones are. */
    boolean outdated(String stored) {
        return Integer.parseInt(parts(stored)[1]) != iterations;
    }

    private static String[] parts(String stored) {
        var parts = stored.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("the database holds a password hash of an unknown form");
        }
        return parts;
    }

    private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
