// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import org.jspecify.annotations.Nullable;

/** Who kills the operator while scenarios run, if anybody does. */
interface OperatorKiller {

    /** Kills until it is told to {@link #stop}. */
    void start();

    /** Leaves a ready operator behind. */
    void stop();

    /** What it has done, as in "the operator was killed 7 times meanwhile". */
    String report();

    static void begin(OperatorKiller killer) {
        Working.begin(killer);
    }

    static boolean isWorking() {
        return Working.isAnybody();
    }

    static void end() {
        Working.end();
    }

    /** One for the test run: Cucumber's steps cannot be handed anything from outside. */
    final class Working {
        private static @Nullable OperatorKiller working;

        private Working() {}

        private static synchronized void begin(OperatorKiller killer) {
            working = killer;
            killer.start();
        }

        private static synchronized boolean isAnybody() {
            return working != null;
        }

        private static synchronized void end() {
            if (working != null) {
                var killer = working;
                working = null;
                killer.stop();
                Report.line(killer.report());
            }
        }
    }
}
