// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.Operator;
import dev.atoll.e2e.kind.SharedCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Kills the operator at random moments: three of four times some time after it has become ready, otherwise
 * whether it has or not.
 */
final class OperatorKiller implements Runnable {
    private static final int LONGEST_LIFE_MILLIS = 15_000;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    // One for the test run: Cucumber's steps cannot be handed anything from outside.
    private static @Nullable OperatorKiller working;

    private final Operator operator;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "operator-killer");
    private int kills;

    private OperatorKiller(Operator operator) {
        this.operator = operator;
    }

    static synchronized void begin() {
        working = new OperatorKiller(SharedCluster.get().operator());
        working.thread.start();
    }

    static synchronized boolean isWorking() {
        return working != null;
    }

    /** Leaves a ready operator behind. */
    static synchronized void end() {
        if (working == null) {
            return;
        }
        working.end.countDown();
        try {
            working.thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Report.line("the operator was killed " + working.kills + " times meanwhile");
        Awaitility.await().atMost(LONGEST_START).until(working.operator::isReady);
        working = null;
    }

    @Override
    public void run() {
        var random = ThreadLocalRandom.current();
        try {
            do {
                operator.kill();
                kills++;
                if (random.nextInt(4) > 0) {
                    Awaitility.await().atMost(LONGEST_START).until(() -> hasEnded() || operator.isReady());
                }
            } while (!end.await(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasEnded() {
        return end.getCount() == 0;
    }
}
