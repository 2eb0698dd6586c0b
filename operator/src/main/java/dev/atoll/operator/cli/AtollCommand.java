// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "atoll",
        description = "Shows what Atoll makes of custom resources. Without a command it is the operator itself.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.USAGE,
        subcommands = {RenderCommand.class, StoreBackupCommand.class, FetchBackupCommand.class, ArchiveWalCommand.class
        })
final class AtollCommand {
    private AtollCommand() {}

    /** Runs a command on the process' own streams and returns its exit code. */
    static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new AtollCommand()).setOut(out).setErr(err).execute(arguments);
    }
}
