// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import java.util.Locale;
import java.util.Objects;

/** What a customer logs in with. */
public record Credentials(String email, String password) {
    public Credentials {
        email = Objects.requireNonNullElse(email, "").strip().toLowerCase(Locale.ROOT);
        password = Objects.requireNonNullElse(password, "");
    }

    /** Without the password: records end up in logs sooner or later. */
    @Override
    public String toString() {
        return "Credentials[email=" + email + "]";
    }
}
