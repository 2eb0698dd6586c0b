// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Tells the fake provider of this process to be slow or to fail. */
@Path("/provider")
public class ProviderResource {
    private static final long LONGEST_DELAY_MILLIS = 60_000;

    private final FakeProvider provider;

    ProviderResource(FakeProvider provider) {
        this.provider = provider;
    }

    @GET
    public Behaviour behaviour() {
        return provider.behaviour();
    }

    @PUT
    public Response behave(@Nullable Behaviour wanted) {
        if (wanted == null || wanted.delayMillis() < 0 || wanted.delayMillis() > LONGEST_DELAY_MILLIS) {
            return new Problem(400, "behaviour-invalid", "delayMillis is not between 0 and 60000.")
                    .remedy("Send {\"delayMillis\": 500, \"failing\": false}, with other values if you like.");
        }
        provider.behave(wanted);
        return Response.ok(wanted).build();
    }
}
