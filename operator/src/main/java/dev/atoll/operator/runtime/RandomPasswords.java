// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import dev.atoll.operator.meta.Passwords;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Passwords from the platform's cryptographic random number generator. */
@Singleton
final class RandomPasswords implements Passwords {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** About 238 bits. */
    private static final int LENGTH = 40;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        return random.ints(LENGTH, 0, LETTERS_AND_DIGITS.length())
                .map(LETTERS_AND_DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
