// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import java.util.List;
import java.util.UUID;

/**
 * An order and how far it is.
 *
 * @param reason why it was rejected, if so
 * @param total the price of all lines, in minor units of the currency; 0 until the goods are reserved
 * @param currency the ISO 4217 code; empty until the goods are reserved
 */
public record Order(
        UUID id, String customer, List<OrderLine> lines, State state, Reason reason, long total, String currency) {
    /** How far an order is. The last two are final. */
    public enum State {
        /** It is being worked at, now or later: what it will be is not known yet. */
        PENDING,
        /** The goods are reserved and paid. */
        PLACED,
        /** Nothing is reserved, and nothing was paid. */
        REJECTED
    }

    /** Why an order was rejected. */
    public enum Reason {
        NONE,
        GOODS_REFUSED,
        PAYMENT_DECLINED,
        PAYMENT_UNAVAILABLE
    }
}
