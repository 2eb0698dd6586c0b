// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

/**
 * A payment that the provider decided on.
 *
 * @param id the provider's, the same whenever the same key is sent again
 * @param amount in minor units of the currency
 */
public record Payment(String id, String orderId, long amount, String currency, Status status) {
    /** What the provider decided. */
    public enum Status {
        CAPTURED,
        DECLINED
    }
}
