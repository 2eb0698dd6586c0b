// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore.desired;

import dev.atoll.operator.databaserestore.DatabaseRestoreModel;
import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.engine.ServerVolumes;
import dev.atoll.operator.engine.TransferJob;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Job that fills the volume: one container brings the backup, the other runs a server that takes it, which nobody else
 * can reach.
 */
public final class RestoreJob {
    /** The container that brings the backup. */
    public static final String FETCH = "fetch";

    private static final String LOAD = "load";

    /** A second try would find what the first one left, and a restore must never mix two. */
    private static final int RETRIES = 0;

    private RestoreJob() {}

    public static Job of(DatabaseRestoreModel model) {
        return new TransferJob(
                        model.identity(),
                        model.database(),
                        model.server(),
                        new TransferJob.Script(
                                LOAD,
                                model.transfer().loadScript(),
                                env(model),
                                ServerVolumes.of(
                                        model.server(),
                                        model.database().getMetadata().getName(),
                                        Optional.of(volume(model))),
                                ServerVolumes.mounts(model.server())),
                        new TransferJob.Tool(FETCH, model.tool(), args(model), true),
                        model.place(),
                        model.loginSecret(),
                        model.timeoutSeconds(),
                        RETRIES)
                .build();
    }

    private static Volume volume(DatabaseRestoreModel model) {
        return switch (model.mode()) {
            case Replace -> ServerVolumes.data(model.volume().claimName());
            case Drill ->
                ServerVolumes.passingData(model.volume().size(), model.volume().storageClassName());
        };
    }

    private static Map<String, String> env(DatabaseRestoreModel model) {
        var env = new LinkedHashMap<>(model.server().env());
        env.putAll(model.transfer().loadEnv());
        model.base()
                .flatMap(DatabaseRestoreModel.BasePlan::time)
                .ifPresent(time -> env.put(DatabaseTransfer.TARGET, time.toString()));
        if (model.query() != null) {
            env.put(DatabaseTransfer.QUERY, model.query());
        }
        return env;
    }

    private static List<String> args(DatabaseRestoreModel model) {
        var fixed = Stream.of(
                "fetch-backup",
                "--to=" + DatabaseTransfer.EXCHANGE,
                "--engine=" + model.engine().kind().name(),
                "--engine-version=" + model.settings().version());
        return Stream.concat(fixed, model.base().stream().flatMap(RestoreJob::args))
                .toList();
    }

    private static Stream<String> args(DatabaseRestoreModel.BasePlan base) {
        return Stream.of(
                        Stream.of("--base", "--patience=" + base.patienceSeconds()),
                        base.time().stream().map(time -> "--point-in-time=" + time))
                .flatMap(args -> args);
    }
}
