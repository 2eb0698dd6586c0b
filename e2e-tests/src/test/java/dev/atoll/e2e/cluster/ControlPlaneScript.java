// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code e2e-tests/cluster/control-plane}, whose progress and problems go to standard error. */
final class ControlPlaneScript {
    private ControlPlaneScript() {}

    /**
     * Runs one command to its end.
     *
     * @return what it printed on standard output, without the line's end
     * @throws IllegalStateException when it failed; it has said why on standard error
     */
    static String run(List<String> arguments) {
        Process process = start(arguments);
        try (var output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("'control-plane " + String.join(" ", arguments)
                        + "' failed with exit code " + exitCode + "; it said why on standard error.");
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the control plane", e);
        }
    }

    /** Starts one command and does not wait for its end. */
    static Process start(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Checkout.controlPlaneScript().toString());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
