// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.Operator;
import dev.atoll.e2e.operator.OperatorProcess;
import dev.atoll.e2e.operator.WriteTrap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the operator write once in its life: it dies between a write and its answer, and the next one goes on. It runs beside
 * the cluster meanwhile, with the settings and the rights of the one that the chart has installed.
 */
final class KilledAtEveryWrite implements OperatorKiller, Runnable {
    private final Operator operator;
    private final KubernetesClient admin;
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this, "operator-at-every-write");
    private @Nullable OperatorProcess living;
    private Map<String, String> settings = Map.of();
    private volatile boolean ended;
    private volatile @Nullable Exception failure;

    KilledAtEveryWrite(Operator operator, KubernetesClient admin) {
        this.operator = operator;
        this.admin = admin;
    }

    @Override
    public void start() {
        settings = operator.settings();
        operator.stop();
        thread.start();
    }

    @Override
    public void stop() {
        endTheLastOne();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        operator.start();
        if (failure != null) {
            throw new IllegalStateException("not every operator died of a write", failure);
        }
    }

    @Override
    public String report() {
        var kinds = writes.stream()
                .collect(Collectors.groupingBy(KilledAtEveryWrite::withoutNames, TreeMap::new, Collectors.counting()));
        return "the operator was killed at each of its " + writes.size() + " writes meanwhile: " + kinds;
    }

    /** As in {@code PATCH databasebackups/status}. */
    private static String withoutNames(String write) {
        return write.replaceFirst(" /.*/namespaces/[^/]+/([^/]+)(?:/[^/]+)?", " $1");
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                liveUntilTheFirstWrite();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void liveUntilTheFirstWrite() throws InterruptedException {
        var life = new CompletableFuture<OperatorProcess>();
        int before = writes.size();
        try (var trap = WriteTrap.set(admin, write -> {
            writes.add(write);
            life.join().kill();
        })) {
            var process = OperatorProcess.launch(trap, admin, settings);
            life.complete(process);
            hasBegun(process);
            process.awaitEnd();
            if (!ended && writes.size() == before) {
                throw new IllegalStateException("an operator ended by itself; its log is " + process.log());
            }
        }
    }

    private synchronized void hasBegun(OperatorProcess process) {
        living = process;
        if (ended) {
            process.kill();
        }
    }

    private synchronized void endTheLastOne() {
        ended = true;
        if (living != null) {
            living.kill();
        }
    }
}
