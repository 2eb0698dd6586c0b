// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.chart;

import dev.atoll.e2e.cluster.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of Helm on the chart gave.
 *
 * @param exitCode 0 when it succeeded
 * @param output what it printed
 * @param errors what it complained about
 */
record Helm(int exitCode, String output, String errors) {

    /** {@code helm lint}, where warnings are errors. */
    static Helm lint() {
        return run(List.of("lint", "--strict", chart()));
    }

    /**
     * {@code helm template} of a release "atoll" in the namespace "atoll-system".
     *
     * @param values assignments as {@code helm --set} takes them
     */
    static Helm template(String... values) {
        var arguments = new ArrayList<>(List.of("template", "atoll", chart(), "--namespace", "atoll-system"));
        for (String value : values) {
            arguments.addAll(List.of("--set", value));
        }
        return run(arguments);
    }

    private static String chart() {
        return Checkout.root().resolve("helm/atoll").toString();
    }

    private static Helm run(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Checkout.root().resolve("e2e-tests/cluster/run-program").toString());
        command.add("helm");
        command.addAll(arguments);
        try {
            var errors = Files.createTempFile("helm-", ".txt");
            var process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var result = new Helm(process.waitFor(), output, Files.readString(errors));
            Files.delete(errors);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Helm ran", e);
        }
    }
}
