// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who wants an account. The e-mail address is compared in lower case. */
public record SignUp(String email, String name, String password) {
    // Only a mail that arrives proves an address; this keeps out what is none at all.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;

    public SignUp {
        email = Objects.requireNonNullElse(email, "").strip().toLowerCase(Locale.ROOT);
        name = Objects.requireNonNullElse(name, "").strip();
        password = Objects.requireNonNullElse(password, "");
    }

    /** All that is wrong with it, separated by semicolons; empty when it can be an account. */
    String violations() {
        return String.join(
                "; ",
                Stream.of(
                                violation(!EMAIL.matcher(email).matches(), "email is no address"),
                                violation(
                                        name.isEmpty() || name.length() > LONGEST_NAME,
                                        "name needs 1 to " + LONGEST_NAME + " characters"),
                                violation(
                                        password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD,
                                        "password needs " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                                                + " characters"))
                        .flatMap(violation -> violation)
                        .toList());
    }

    /** Without the password: records end up in logs sooner or later. */
    @Override
    public String toString() {
        return "SignUp[email=" + email + ", name=" + name + "]";
    }

    private static Stream<String> violation(boolean found, String message) {
        return found ? Stream.of(message) : Stream.empty();
    }
}
