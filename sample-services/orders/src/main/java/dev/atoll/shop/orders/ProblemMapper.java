// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Errors that no resource foresaw are problems too, and tell nothing of the inside. */
class ProblemMapper {
    // Named both, because Quarkus has an own answer to the second that would be nearer.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadable(JacksonException e) {
        return new Problem(400, "body-unreadable", "The body is not the JSON that is expected here.")
                .remedy("Correct the JSON: " + e.getOriginalMessage());
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return unreadable(json);
        }
        var status = e.getResponse().getStatus();
        return new Problem(status, "request-refused", "The request cannot be served: " + e.getMessage() + ".")
                .remedy("Check path, method and content type.");
    }

    @ServerExceptionMapper
    Response outage(Database.DatabaseFailed e) {
        Log.error("the database failed", e);
        return new Problem(503, "database-unavailable", "The service cannot reach its database.")
                .remedy("Repeat the request in a moment, with the same Idempotency-Key.");
    }

    @ServerExceptionMapper
    Response unverifiable(TokenKeys.AccountsFailed e) {
        Log.error("accounts failed", e);
        return new Problem(503, "accounts-unavailable", "The service cannot find out who is signed in.")
                .remedy("Repeat the request in a moment, with the same Idempotency-Key.");
    }

    @ServerExceptionMapper
    Response bug(RuntimeException e) {
        Log.error("request failed", e);
        return new Problem(500, "internal-error", "The service failed.")
                .remedy("Repeat the request with the same Idempotency-Key; the service's log says more.");
    }
}
