// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The calls to notifications. Orders are placed without it: the circuit breaker keeps an outage from slowing them. */
@ApplicationScoped
class NotificationCalls {
    private final NotificationClient client;

    NotificationCalls(@RestClient NotificationClient client) {
        this.client = client;
    }

    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.5, delay = 5_000)
    void tell(Order order) {
        var kind = switch (order.state()) {
            case PLACED -> "OrderPlaced";
            case REJECTED -> "OrderRejected";
            case PENDING -> throw new IllegalArgumentException("a pending order is nothing to tell of");
        };
        client.add(new NotificationClient.Event(order.id() + "-" + kind, kind, order.customer(), Texts.of(order)));
    }
}
