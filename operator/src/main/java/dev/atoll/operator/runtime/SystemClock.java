// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import java.time.Clock;

/** The clock of every timestamp, for programs that nothing is injected into. */
public final class SystemClock {
    private SystemClock() {}

    /** In UTC. */
    public static Clock get() {
        return Clock.systemUTC();
    }
}
