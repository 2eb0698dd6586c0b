// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API of accounts, as far as orders needs it. */
@RegisterRestClient(configKey = "accounts")
public interface AccountsClient {
    /** The public keys that tokens are signed with, as a JWK Set (RFC 7517). */
    @GET
    @Path("/.well-known/jwks.json")
    @Produces("application/json")
    String keySet();
}
