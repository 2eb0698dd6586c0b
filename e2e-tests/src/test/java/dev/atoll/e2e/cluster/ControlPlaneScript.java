// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code e2e-tests/cluster/control-plane}, whose progress and problems go to standard error. */
final class ControlPlaneScript {
    private ControlPlaneScript() {}

    /**
     * Runs one command to its end.
     *
     * @return what it printed on standard output, without the line's end
     * @throws IllegalStateException when it failed, with what it said last
     */
    static String run(List<String> arguments) {
        return Program.run(Checkout.CONTROL_PLANE, arguments, Map.of());
    }

    /** Starts one command and does not wait for its end. */
    static Process start(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Checkout.root().resolve(Checkout.CONTROL_PLANE).toString());
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
