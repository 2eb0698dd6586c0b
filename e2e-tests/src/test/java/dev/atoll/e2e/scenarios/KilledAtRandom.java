// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.Operator;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Kills the operator at random moments: three of four times some time after it has become ready, otherwise
 * whether it has or not.
 */
final class KilledAtRandom implements OperatorKiller, Runnable {
    private static final int LONGEST_LIFE_MILLIS = 15_000;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Operator operator;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "operator-killer");
    private int kills;

    KilledAtRandom(Operator operator) {
        this.operator = operator;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Awaitility.await().atMost(LONGEST_START).until(operator::isReady);
    }

    @Override
    public String report() {
        return "the operator was killed " + kills + " times meanwhile";
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
