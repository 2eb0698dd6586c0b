// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The token of a request (RFC 6750). */
@ApplicationScoped
class Bearer {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    Bearer(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The account whose valid token an Authorization header carries. */
    Optional<UUID> account(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.verify(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    static Response missing() {
        var problem = new Problem(401, "not-signed-in", "There is no valid token.")
                .remedy("Log in with POST /accounts/login and send 'Authorization: Bearer <token>'.");
        return Response.fromResponse(problem)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }
}
