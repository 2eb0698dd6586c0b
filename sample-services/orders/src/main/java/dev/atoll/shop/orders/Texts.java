// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

/** What people read about an order. */
final class Texts {
    private Texts() {}

    static String of(Order order) {
        return switch (order.state()) {
            case PLACED -> "Your order %s is placed and paid: %s.".formatted(order.id(), money(order));
            case REJECTED -> "Your order %s was not placed: %s.".formatted(order.id(), reason(order.reason()));
            case PENDING -> "Your order %s is being worked at.".formatted(order.id());
        };
    }

    static String reason(Order.Reason reason) {
        return switch (reason) {
            case GOODS_REFUSED -> "the goods are not available as ordered";
            case PAYMENT_DECLINED -> "the payment was declined";
            case PAYMENT_UNAVAILABLE -> "it could not be paid at the moment";
            case NONE -> "it is not rejected";
        };
    }

    /** For currencies with two decimals, which are all that the shop sells in. */
    private static String money(Order order) {
        return "%d.%02d %s".formatted(order.total() / 100, order.total() % 100, order.currency());
    }
}
