// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Payments over REST. The same key and charge always get the same answer; a second key is a second payment. */
@Path("/payments")
public class PaymentResource {
    private static final int LONGEST_KEY = 200;

    private final Payments payments;

    PaymentResource(Payments payments) {
        this.payments = payments;
    }

    @POST
    public Response take(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Charge charge) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            return new Problem(400, "key-missing", "There is no Idempotency-Key of 1 to 200 characters.")
                    .remedy("Send one that is the same for every try of this payment, such as the order's id.");
        }
        var violations = charge == null ? "there is no body" : charge.violations();
        if (charge == null || !violations.isEmpty()) {
            return new Problem(400, "charge-invalid", "The charge is not valid: " + violations + ".")
                    .remedy("Correct these fields and send it again.");
        }
        return answer(payments.take(key, charge));
    }

    private static Response answer(Payments.Outcome outcome) {
        return switch (outcome) {
            case Payments.Outcome.Decided(var payment) -> Response.ok(payment).build();
            case Payments.Outcome.NotTaken(var reason) ->
                new Problem(502, "payment-not-taken", "Nothing was charged: " + reason + ".")
                        .remedy("Pay again later, with another Idempotency-Key.");
            case Payments.Outcome.KeyReused() ->
                new Problem(422, "key-reused", "This Idempotency-Key came before with another charge.")
                        .remedy("Use a new key for a new payment, or repeat the first charge unchanged.");
        };
    }
}
