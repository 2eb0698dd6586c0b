// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.operator.backupstore.BackupReader;
import dev.atoll.operator.backupstore.BackupReader.Sequel;
import dev.atoll.operator.backupstore.BackupStore;
import dev.atoll.operator.backupstore.Exchange;
import dev.atoll.operator.backupstore.WalSequel;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.EngineVersion;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.runtime.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--base",
            description = "It has to be a base backup, and is followed by what the server wrote since.")
    private boolean isBase;

    @Option(names = "--point-in-time", paramLabel = "TIME", description = "Up to when. Default: the end of the backup.")
    private @Nullable Instant pointInTime;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to wait until enough is archived. Default: not at all.")
    private long patience;

    @Option(names = "--report", required = true, paramLabel = "FILE", description = "Gets the record of the backup.")
    private Path report = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var opened = store.open()) {
            var record =
                    new BackupReader(opened, new Exchange(to), store.key()).read(folder, this::problem, sequel(opened));
            Files.writeString(report, record.brief().text());
            return ExitCode.OK;
        } catch (IOException e) {
            return JobReport.failure(spec, report, "the backup is not restored: " + e.getMessage());
        }
    }

    private Sequel sequel(BackupStore opened) throws IOException {
        return isBase
                ? new WalSequel(
                        opened,
                        store.key(),
                        Optional.ofNullable(pointInTime),
                        Duration.ofSeconds(patience),
                        SystemClock.get())
                : Sequel.NOTHING;
    }

    private Optional<String> problem(BackupRecord record) {
        if (isBase != (record.base() != null)) {
            return Optional.of(
                    isBase
                            ? "it is a dump, from which no other time can be reached; leave out spec.pointInTime, or name a base backup"
                            : "it is a base backup; say in spec.pointInTime which time it is to lead to");
        }
        return engine.name().equals(record.engine())
                ? DatabaseEngines.find(engine)
                        .flatMap(found -> EngineVersion.parse(record.version())
                                .flatMap(from -> problem(
                                        found,
                                        from,
                                        EngineVersion.parse(version).orElseThrow())))
                : Optional.of("it is of %s, and the ServiceDatabase is %s".formatted(record.engine(), engine));
    }

    private Optional<String> problem(DatabaseEngine found, EngineVersion from, EngineVersion to) {
        return isBase ? found.problemOfBase(from, to) : found.problemOfLoad(from, to);
    }
}
