// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import dev.atoll.shop.orders.Order.Reason;
import dev.atoll.shop.orders.Order.State;
import dev.atoll.shop.orders.Orders.Ending;
import dev.atoll.shop.orders.Orders.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.slf4j.MDC;

/**
 * The way of an order: reserve the goods, have them paid, store how it ended, tell the customer. Every step may be
 * repeated, so an order that a crash or an outage interrupted is simply sent this way again.
 */
@ApplicationScoped
class OrderProcess {
    private final Orders orders;
    private final InventoryCalls inventory;
    private final PaymentCalls payment;
    private final NotificationCalls notifications;
    private final MeterRegistry meters;

    OrderProcess(
            Orders orders,
            InventoryCalls inventory,
            PaymentCalls payment,
            NotificationCalls notifications,
            MeterRegistry meters) {
        this.orders = orders;
        this.inventory = inventory;
        this.payment = payment;
        this.notifications = notifications;
        this.meters = meters;
    }

    /**
     * Brings an order as far as it goes now. A pending result means that a service did not answer: the order will be
     * taken up again.
     */
    Order advance(Stored stored) {
        MDC.put("order", stored.order().id().toString());
        try {
            var now = stored.order().state() == State.PENDING ? decide(stored) : stored;
            if (!now.told() && now.order().state() != State.PENDING) {
                tell(now.order());
            }
            return now.order();
        } finally {
            MDC.remove("order");
        }
    }

    private Stored decide(Stored stored) {
        Ending ending;
        try {
            ending = reserveAndPay(stored);
        } catch (Database.DatabaseFailed e) {
            throw e;
        } catch (RuntimeException e) {
            Log.warn("left an order pending: a service did not answer", e);
            return stored;
        }
        var ended = orders.end(stored.order().id(), ending);
        meters.counter("shop.orders", "result", result(ended.order())).increment();
        Log.info("an order ended");
        return ended;
    }

    private Ending reserveAndPay(Stored stored) {
        var id = stored.order().id();
        var reply = inventory.reserve(id, stored.request().lines());
        if (reply.hasRefused()) {
            return Ending.rejected(Reason.GOODS_REFUSED);
        }
        var reserved = reply.getReserved();
        var result = payment.pay(
                id,
                reserved.getTotal(),
                reserved.getCurrency(),
                stored.request().paymentMethod());
        return switch (result) {
            case PaymentCalls.Result.Paid(var paid) ->
                new Ending(State.PLACED, Reason.NONE, reserved.getTotal(), reserved.getCurrency(), paid);
            case PaymentCalls.Result.Declined() -> release(stored, Reason.PAYMENT_DECLINED);
            case PaymentCalls.Result.NotTaken() -> release(stored, Reason.PAYMENT_UNAVAILABLE);
        };
    }

    /** Before the rejection is stored: a rejected order holds no goods. */
    private Ending release(Stored stored, Reason reason) {
        inventory.release(stored.order().id());
        return Ending.rejected(reason);
    }

    private void tell(Order order) {
        try {
            notifications.tell(order);
            orders.markTold(order.id());
        } catch (Database.DatabaseFailed e) {
            throw e;
        } catch (RuntimeException e) {
            Log.warn("could not tell a customer now; will try again", e);
        }
    }

    private static String result(Order order) {
        return order.state() == State.PLACED ? "placed" : order.reason().name().toLowerCase(Locale.ROOT);
    }
}
