// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway asks before it lets a request pass (forward authentication): 200 with the account's id in X-User, or a
 * 401 that goes back to the client. It needs no database unless a new signing key turns up.
 */
@Path("/verify")
public class VerifyResource {
    private final Bearer bearer;

    VerifyResource(Bearer bearer) {
        this.bearer = bearer;
    }

    @GET
    public Response verify(@HeaderParam("Authorization") @Nullable String authorization) {
        return bearer.account(authorization)
                .map(account ->
                        Response.ok().header("X-User", account.toString()).build())
                .orElseGet(Bearer::missing);
    }
}
