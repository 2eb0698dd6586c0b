// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup.desired;

import dev.atoll.operator.databasebackup.DatabaseBackupModel;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.TransferJob;
import dev.atoll.operator.meta.Retention;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.stream.Stream;

/** The Job that takes a backup: one container takes the content out of the server, the other keeps it and reports. */
public final class BackupJob {
    /** The container that reports. */
    public static final String STORE = "store";

    private static final String DUMP = "dump";

    /** A server that is being restarted, or a bucket that is away for a moment. */
    private static final int RETRIES = 3;

    private BackupJob() {}

    public static Job of(DatabaseBackupModel model) {
        return new TransferJob(
                        model.identity(),
                        model.database(),
                        model.server(),
                        new TransferJob.Script(
                                DUMP,
                                model.transfer().dumpScript(),
                                model.transfer().dumpEnv(),
                                List.of(),
                                List.of()),
                        new TransferJob.Tool(STORE, model.tool(), args(model), false),
                        model.place(),
                        model.loginSecret(),
                        model.timeoutSeconds(),
                        RETRIES)
                .build();
    }

    private static List<String> args(DatabaseBackupModel model) {
        var fixed = Stream.of(
                "store-backup",
                "--from=" + DatabaseTransfer.EXCHANGE,
                "--backup=" + model.identity().name(),
                "--namespace=" + model.identity().namespace(),
                "--database=" + model.database().getMetadata().getName(),
                "--database-uid=" + model.database().getMetadata().getUid(),
                "--engine=" + model.engine().kind().name(),
                "--owner=" + model.settings().username());
        return Stream.concat(fixed, model.retention().stream().flatMap(retention -> args(retention, model.inUse())))
                .toList();
    }

    private static Stream<String> args(Retention retention, List<String> inUse) {
        return Stream.of(
                        Stream.of("--keep=" + retention.count()),
                        retention.age().stream().map(age -> "--keep-for=" + age.toSeconds()),
                        inUse.stream().map(folder -> "--in-use=" + folder))
                .flatMap(args -> args);
    }
}
