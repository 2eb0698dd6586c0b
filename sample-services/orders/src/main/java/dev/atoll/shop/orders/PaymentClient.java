// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The payment service's API. */
@RegisterRestClient(configKey = "payment")
public interface PaymentClient {
    @POST
    @Path("/payments")
    Payment pay(@HeaderParam("Idempotency-Key") String key, Charge charge);

    /** @param amount in minor units of the currency */
    record Charge(String orderId, long amount, String currency, String method) {}

    /** @param status {@code CAPTURED} or {@code DECLINED} */
    record Payment(String id, String status) {
        public Payment {
            id = Objects.requireNonNullElse(id, "");
            status = Objects.requireNonNullElse(status, "");
        }
    }
}
