// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Ten threads that share a number of tasks. */
final class Workers {
    private static final int THREADS = 10;

    private Workers() {}

    /** Runs a task for every number from 0, and returns when all are done. */
    static void run(int tasks, IntConsumer task) {
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            var all = IntStream.range(0, tasks)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> task.accept(number), executor))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }
}
