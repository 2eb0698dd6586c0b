// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.backupstore.BackupReader;
import dev.atoll.operator.backupstore.Exchange;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.EngineVersion;
import dev.atoll.operator.meta.BackupRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code atoll fetch-backup}: one half of the Job of a DatabaseRestore. */
@Command(
        name = "fetch-backup",
        hidden = true,
        description = "Sends a backup through the pipe of a folder; run by the Jobs of DatabaseRestores.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.USAGE)
final class FetchBackupCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Folder with the pipe.")
    private Path to = Path.of("");

    @Option(names = "--folder", required = true, paramLabel = "NAME", description = "Where the backup is.")
    private String folder = "";

    @Option(names = "--engine", required = true, paramLabel = "NAME", description = "Engine of the server.")
    private Engine engine = Engine.PostgreSQL;

    @Option(names = "--engine-version", required = true, paramLabel = "VERSION", description = "Its version.")
    private String version = "";

    @Option(names = "--report", required = true, paramLabel = "FILE", description = "Gets the record of the backup.")
    private Path report = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var opened = store.open()) {
            var record = new BackupReader(opened, new Exchange(to), store.key()).read(folder, this::problem);
            Files.writeString(report, record.brief().text());
            return ExitCode.OK;
        } catch (IOException e) {
            return JobReport.failure(spec, report, "the backup is not restored: " + e.getMessage());
        }
    }

    private Optional<String> problem(BackupRecord record) {
        return engine.name().equals(record.engine())
                ? DatabaseEngines.find(engine)
                        .flatMap(found -> EngineVersion.parse(record.version())
                                .flatMap(from -> found.problemOfLoad(
                                        from, EngineVersion.parse(version).orElseThrow())))
                : Optional.of("it is of %s, and the ServiceDatabase is %s".formatted(record.engine(), engine));
    }
}
