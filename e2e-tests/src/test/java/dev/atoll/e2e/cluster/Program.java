// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the programs of this checkout, whose progress and problems go to standard error. */
public final class Program {
    /** So many of the last lines on standard error are part of a failure: who reads that may have nothing else. */
    private static final int LINES = 10;

    private static final long PATIENCE_SECONDS = 5;

    private Program() {}

    /**
     * Runs one to its end.
     *
     * @param path where it is in the checkout
     * @return what it printed on standard output, without the line's end
     * @throws IllegalStateException when it failed, with what it said last
     */
    public static String run(String path, String... arguments) {
        return run(path, List.of(arguments), Map.of());
    }

    /** Runs one with additional environment variables. */
    public static String run(String path, List<String> arguments, Map<String, String> environment) {
        try {
            Process process = builder(path, arguments, environment).start();
            process.getOutputStream().close();
            var errors = CompletableFuture.supplyAsync(() -> passOnErrors(process), Thread::startVirtualThread);
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("'%s %s' failed with exit code %d: %s"
                        .formatted(path, String.join(" ", arguments), exitCode, lastOf(errors)));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + path + " ran", e);
        }
    }

    private static ProcessBuilder builder(String path, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Checkout.root().resolve(path).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.directory(Checkout.root().toFile());
        return builder;
    }

    /** What it has left running may keep standard error open, and has nothing more to say about its failure. */
    private static String lastOf(CompletableFuture<String> errors) {
        return errors.completeOnTimeout("it said why on standard error", PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Prints what comes as it comes, and gives the last of it. */
    private static String passOnErrors(Process process) {
        var last = new ArrayDeque<String>();
        process.errorReader(StandardCharsets.UTF_8).lines().forEach(line -> {
            System.err.println(line);
            last.addLast(line);
            if (last.size() > LINES) {
                last.removeFirst();
            }
        });
        return String.join(System.lineSeparator(), last);
    }
}
