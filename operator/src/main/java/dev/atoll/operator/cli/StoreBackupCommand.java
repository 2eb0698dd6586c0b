// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.backupstore.BackupRetention;
import dev.atoll.operator.backupstore.BackupStore;
import dev.atoll.operator.backupstore.BackupWriter;
import dev.atoll.operator.backupstore.BaseRetention;
import dev.atoll.operator.backupstore.Exchange;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.Retention;
import dev.atoll.operator.runtime.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code atoll store-backup}: one half of the Job of a DatabaseBackup. */
@Command(
        name = "store-backup",
        hidden = true,
        description = "Keeps what comes through the pipe of a folder; run by the Jobs of DatabaseBackups.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.USAGE)
final class StoreBackupCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--from", required = true, paramLabel = "FOLDER", description = "Folder with the pipe.")
    private Path from = Path.of("");

    @Option(names = "--folder", required = true, paramLabel = "NAME", description = "Where the backup belongs.")
    private String folder = "";

    @Option(names = "--backup", required = true, paramLabel = "NAME", description = "Name of the DatabaseBackup.")
    private String backup = "";

    @Option(names = "--namespace", required = true, paramLabel = "NAME", description = "Its namespace.")
    private String namespace = "";

    @Option(names = "--database", required = true, paramLabel = "NAME", description = "Its ServiceDatabase.")
    private String database = "";

    @Option(names = "--database-uid", required = true, paramLabel = "UID", description = "The UID of that.")
    private String databaseUid = "";

    @Option(names = "--engine", required = true, paramLabel = "NAME", description = "The database's engine.")
    private String engine = "";

    @Option(names = "--owner", required = true, paramLabel = "NAME", description = "The owner's user.")
    private String owner = "";

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = "It is one of a schedule, of whose backups so many are kept.")
    private @Nullable Integer keep;

    @Option(names = "--in-use", paramLabel = "FOLDER", description = "One that is being restored, and is not deleted.")
    private List<String> inUse = List.of();

    @Option(
            names = "--keep-for",
            paramLabel = "SECONDS",
            description = "How much older than this one the others of the schedule may be. Default: any age.")
    private @Nullable Long keepFor;

    @Option(names = "--report", required = true, paramLabel = "FILE", description = "Gets the record of the backup.")
    private Path report = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var opened = store.open()) {
            var record = new BackupWriter(opened, new Exchange(from), store.key(), SystemClock.get())
                    .write(
                            folder,
                            new BackupWriter.Subject(
                                    backup, namespace, database, databaseUid, engine, owner, keep != null));
            var reported = keep == null ? record.brief() : keepNewest(opened, record, keep);
            Files.writeString(report, reported.text());
            spec.commandLine().getOut().print(reported.text());
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (IOException e) {
            return JobReport.failure(spec, report, "the backup is not taken: " + e.getMessage());
        }
    }

    /** The backup is taken, whatever becomes of older ones. */
    private BackupRecord keepNewest(BackupStore opened, BackupRecord taken, int number) {
        var retention = new Retention(number, Optional.ofNullable(keepFor).map(Duration::ofSeconds));
        try {
            if (taken.base() == null) {
                new BackupRetention(opened).apply(folder, taken, retention, inUse);
            } else {
                new BaseRetention(opened).apply(folder, taken, retention, inUse);
            }
            return taken.brief();
        } catch (IOException e) {
            return taken.brief().with("older ones could not be deleted: " + e.getMessage());
        }
    }
}
