// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.kind;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the programs of this checkout, whose progress and problems go to standard error. */
final class Program {
    private Program() {}

    /**
     * Runs one to its end.
     *
     * @param path where it is in the checkout
     * @return what it printed on standard output, without the line's end
     * @throws IllegalStateException when it failed; it has said why on standard error
     */
    static String run(String path, String... arguments) {
        return run(path, List.of(arguments), Map.of());
    }

    /** Runs one with additional environment variables. */
    static String run(String path, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Checkout.root().resolve(path).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.directory(Checkout.root().toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("'" + path + " " + String.join(" ", arguments)
                        + "' failed with exit code " + exitCode + "; it said why on standard error.");
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + path + " ran", e);
        }
    }
}
