// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs commands in the pods of a service or a database. */
final class Shell {
    private static final long LONGEST_SECONDS = 30;

    private final Scene scene;

    Shell(Scene scene) {
        this.scene = scene;
    }

    /**
     * How a command ended.
     *
     * @param exitCode -1 when nobody knows, and the errors say why
     */
    record Result(int exitCode, String output, String errors) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** Whether it succeeded and printed just that. */
        Seen printed(String wanted) {
            return Seen.that(succeeded() && wanted.equals(output.strip()), this);
        }
    }

    /** Runs a command in the container that has the name of the service or database. */
    Result run(String workload, String... command) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        try (var running = scene.client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withName(readyPod(workload).getMetadata().getName())
                .inContainer(workload)
                .writingOutput(output)
                .writingError(errors)
                .exec(command)) {
            int exitCode = running.exitCode().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return new Result(exitCode, text(output), text(errors));
        } catch (ExecutionException | TimeoutException e) {
            return new Result(-1, text(output), text(errors) + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a pod of " + workload + " ran a command", e);
        }
    }

    private Pod readyPod(String workload) {
        return scene
                .client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withLabel("app.kubernetes.io/name", workload)
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> Readiness.getInstance().isReady(pod))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no ready pod of " + workload));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
