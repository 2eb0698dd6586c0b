// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

/**
 * A sum of money.
 *
 * @param amount in minor units of the currency
 * @param currency the ISO 4217 code; empty for a sum of nothing
 */
record Total(long amount, String currency) {
    static final Total NOTHING = new Total(0, "");

    boolean takes(Item item) {
        return currency.isEmpty() || currency.equals(item.currency());
    }

    Total plus(Item item, int quantity) {
        return new Total(Math.addExact(amount, Math.multiplyExact(item.price(), (long) quantity)), item.currency());
    }
}
