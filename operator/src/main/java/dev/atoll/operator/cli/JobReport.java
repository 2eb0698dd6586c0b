// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The last words of a container, which Kubernetes keeps and a status passes on. */
final class JobReport {
    private JobReport() {}

    /** Says why a command fails, in its log and in its report, and returns its exit code. */
    static int failure(CommandSpec command, Path report, String text) {
        var err = command.commandLine().getErr();
        err.println(text);
        try {
            Files.writeString(report, text);
        } catch (IOException e) {
            err.println("that cannot be reported: " + e.getMessage());
        }
        return ExitCode.USAGE;
    }
}
