// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The calls to payment by REST. The order's id is the key, which makes it safe to repeat them. */
@ApplicationScoped
class PaymentCalls {
    private static final int NOT_TAKEN = 502;

    private final PaymentClient client;

    PaymentCalls(@RestClient PaymentClient client) {
        this.client = client;
    }

    /**
     * Has an order paid. Any exception means that nobody knows whether it was.
     *
     * @return what the payment service decided
     */
    @Retry(maxRetries = 1, delay = 200, jitter = 100)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000)
    Result pay(UUID order, long amount, String currency, String method) {
        try {
            var charge = new PaymentClient.Charge(order.toString(), amount, currency, method);
            var payment = client.pay(order.toString(), charge);
            return switch (payment.status()) {
                case "CAPTURED" -> new Result.Paid(payment.id());
                case "DECLINED" -> new Result.Declined();
                default -> throw new IllegalStateException("payment answered the status " + payment.status());
            };
        } catch (WebApplicationException e) {
            // Only payment itself says this, and means: nothing was charged, and nothing will be for this key.
            if (e.getResponse().getStatus() == NOT_TAKEN) {
                return new Result.NotTaken();
            }
            throw e;
        }
    }

    /** What became of a payment. */
    sealed interface Result {
        record Paid(String payment) implements Result {}

        record Declined() implements Result {}

        record NotTaken() implements Result {}
    }
}
