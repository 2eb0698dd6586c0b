// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing up and logging in. */
@Path("/accounts")
public class AccountResource {
    private final Accounts accounts;
    private final Tokens tokens;
    private final Bearer bearer;
    private final MeterRegistry meters;

    AccountResource(Accounts accounts, Tokens tokens, Bearer bearer, MeterRegistry meters) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.bearer = bearer;
        this.meters = meters;
    }

    @POST
    public Response signUp(@Nullable SignUp wanted) {
        var violations = wanted == null ? "there is no body" : wanted.violations();
        if (wanted == null || !violations.isEmpty()) {
            return new Problem(400, "account-invalid", "The account is not valid: " + violations + ".")
                    .remedy("Correct these fields and send it again.");
        }
        return accounts.signUp(wanted)
                .map(account -> Response.status(201).entity(account).build())
                .orElseGet(() -> new Problem(409, "account-exists", "There is an account with this e-mail address.")
                        .remedy("Log in with POST /accounts/login, or sign up with another address."));
    }

    @POST
    @Path("/login")
    public Response logIn(@Nullable Credentials credentials) {
        var account = accounts.logIn(credentials == null ? new Credentials("", "") : credentials);
        meters.counter("shop.logins", "result", account.isPresent() ? "accepted" : "refused")
                .increment();
        return account.map(this::token)
                .orElseGet(() -> new Problem(401, "login-refused", "E-mail address or password is wrong.")
                        .remedy("Try again, or sign up with POST /accounts."));
    }

    @GET
    @Path("/me")
    public Response me(@HeaderParam("Authorization") @Nullable String authorization) {
        return bearer.account(authorization)
                .flatMap(accounts::find)
                .map(account -> Response.ok(account).build())
                .orElseGet(Bearer::missing);
    }

    private Response token(Account account) {
        var body = new Token(tokens.issue(account), "Bearer", tokens.lifetime().toSeconds());
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }

    /** @param expiresIn seconds */
    record Token(String token, String tokenType, long expiresIn) {}
}
