// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** The public halves of the signing keys (a JWK Set, RFC 7517), for everybody who checks tokens without asking here. */
@Path("/.well-known/jwks.json")
public class KeySetResource {
    private final Keys keys;

    KeySetResource(Keys keys) {
        this.keys = keys;
    }

    @GET
    @Produces("application/json")
    public Response keySet() {
        var set = new JsonWebKeySet(keys.published());
        return Response.ok(set.toJson(OutputControlLevel.PUBLIC_ONLY))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
