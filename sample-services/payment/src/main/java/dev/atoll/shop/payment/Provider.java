// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

/** A payment provider, as far as this service needs it. Both calls may be repeated with the same key. */
interface Provider {
    /**
     * Charges once for a key, however often it is called.
     *
     * @throws Unavailable when the provider took nothing
     */
    Answer charge(String key, Charge charge);

    /** Makes sure that nothing is or will be charged for the key: for charges whose answer never came. */
    void cancel(String key);

    /** What the provider says to a charge. */
    sealed interface Answer {
        /** It was decided, now or when the key came first. */
        record Decided(Payment payment) implements Answer {}

        /** The key stands for another charge. */
        record KeyReused() implements Answer {}

        /** The key was cancelled: it will never be charged. */
        record Cancelled() implements Answer {}
    }

    /** The provider cannot work now, and has not taken the charge. */
    final class Unavailable extends RuntimeException {
        Unavailable() {
            super("the payment provider is unavailable");
        }
    }
}
