// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * How the fake provider behaves.
 *
 * @param delayMillis how long it takes for a charge
 * @param failing whether it refuses every charge
 */
public record Behaviour(long delayMillis, boolean failing) {
    /** What it does from the start. */
    @ConfigMapping(prefix = "provider")
    interface Initial {
        Duration delay();

        boolean failing();
    }
}
