// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes up orders that a crash or an outage left pending, or whose customers were not told. */
@ApplicationScoped
class UnfinishedOrders {
    private final Orders orders;
    private final OrderProcess process;
    private final Duration untouched;
    private final AtomicLong pending = new AtomicLong();

    UnfinishedOrders(
            Orders orders,
            OrderProcess process,
            MeterRegistry meters,
            @ConfigProperty(name = "orders.resume-after") Duration untouched) {
        this.orders = orders;
        this.process = process;
        this.untouched = untouched;
        meters.gauge("shop.orders.pending", pending);
    }

    @Scheduled(every = "{orders.resume-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resume() {
        orders.claimUnfinished(untouched).forEach(process::advance);
        pending.set(orders.pending());
    }
}
