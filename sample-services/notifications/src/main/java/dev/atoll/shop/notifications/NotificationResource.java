// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Other services post what happened; people and tests read it. */
@Path("/notifications")
public class NotificationResource {
    private static final int MOST = 500;

    private final Inbox inbox;
    private final MeterRegistry meters;

    NotificationResource(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        this.meters = meters;
    }

    /** 201 for a new event, 200 for one that is known, so that a sender may repeat itself. */
    @POST
    public Response add(@Nullable Event event) {
        var violations = event == null ? "there is no body" : event.violations();
        if (event == null || !violations.isEmpty()) {
            return new Problem(400, "event-invalid", "The event is not valid: " + violations + ".")
                    .remedy("Correct these fields and send it again.");
        }
        var added = inbox.add(event);
        meters.counter("shop.notifications", "result", added ? "added" : "repeated")
                .increment();
        log(event, added);
        return Response.status(added ? 201 : 200).build();
    }

    /** The newest first, of everybody or of one customer. */
    @GET
    public Response newest(
            @QueryParam("customer") @Nullable String customer, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            return new Problem(400, "limit-invalid", "The limit is " + limit + ".")
                    .remedy("Ask for 1 to " + MOST + " notifications.");
        }
        return Response.ok(customer == null ? inbox.newest(limit) : inbox.newestOf(customer, limit))
                .build();
    }

    private static void log(Event event, boolean added) {
        MDC.put("event", event.id());
        MDC.put("kind", event.kind());
        Log.info(added ? "notified a customer" : "heard of an event again");
        MDC.remove("event");
        MDC.remove("kind");
    }
}
