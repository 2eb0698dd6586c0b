// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.backupstore.BackupStore;
import dev.atoll.operator.backupstore.ContentKey;
import dev.atoll.operator.backupstore.WalArchiver;
import dev.atoll.operator.backupstore.WalArchiver.Opening;
import dev.atoll.operator.runtime.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code atoll archive-wal}: what runs beside a server that archives what it writes. */
@Command(
        name = "archive-wal",
        hidden = true,
        description = "Stores what a server hands over in a folder; run beside the servers of ServiceDatabases.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.USAGE)
final class ArchiveWalCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--from", required = true, paramLabel = "FOLDER", description = "Folder that the server shares.")
    private Path from = Path.of("");

    @Option(names = "--folder", required = true, paramLabel = "NAME", description = "Where everything goes below.")
    private String folder = "";

    @Option(
            names = "--patience",
            required = true,
            paramLabel = "SECONDS",
            description = "How long it goes on when nothing can be stored.")
    private long patience;

    @Option(
            names = "--report",
            required = true,
            paramLabel = "FILE",
            description = "Gets what it has to say when it ends.")
    private Path report = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            var said = new WalArchiver(
                            opening(), folder, from, Duration.ofSeconds(patience), SystemClock.get(), out::println)
                    .run();
            out.println(said.failure() == null ? "all is well again" : "nothing is archived: " + said.failure());
            Files.writeString(report, said.text());
            return said.failure() == null ? ExitCode.OK : ExitCode.USAGE;
        } catch (IOException e) {
            return JobReport.failure(spec, report, "nothing is archived: " + e.getMessage());
        }
    }

    private Opening opening() {
        return new Opening() {
            @Override
            public BackupStore store() throws IOException {
                return ArchiveWalCommand.this.store.open();
            }

            @Override
            public ContentKey key() throws IOException {
                return ArchiveWalCommand.this.store.key();
            }
        };
    }
}
