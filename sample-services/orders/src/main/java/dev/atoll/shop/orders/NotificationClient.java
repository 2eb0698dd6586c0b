// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API of notifications. */
@RegisterRestClient(configKey = "notifications")
public interface NotificationClient {
    @POST
    @Path("/notifications")
    void add(Event event);

    /** @param id the same for every try, so that the customer hears of it once */
    record Event(String id, String kind, String customer, String text) {}
}
