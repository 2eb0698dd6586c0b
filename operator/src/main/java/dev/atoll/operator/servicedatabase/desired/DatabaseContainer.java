// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.ServerVolumes;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.stream.Stream;

/** The server, named like the ServiceDatabase so that {@code kubectl logs} and podTemplate find it. */
final class DatabaseContainer {
    private static final int SECONDS_A_DAY = 24 * 60 * 60;
    private static final int START_PERIOD_SECONDS = 5;
    private static final int READY_PERIOD_SECONDS = 10;
    private static final int TIMEOUT_SECONDS = 5;
    private static final int READY_FAILURES = 3;

    private DatabaseContainer() {}

    static Container of(ServiceDatabaseModel model) {
        var server = model.server();
        // spotless:off
        return new ContainerBuilder()
            .withName(model.identity().name())
            .withImage(server.image())
            .withImagePullPolicy(model.pod().imagePullPolicy())
            .withArgs(server.args())
            .withPorts(port(model))
            .withEnv(env(model))
            .withVolumeMounts(mounts(model))
            // Recovering after a crash may take hours, and a restart would begin it anew: so there is a day to start, and
            // no liveness probe at all. A server that ends is restarted without one.
            .withStartupProbe(probe(model, START_PERIOD_SECONDS, SECONDS_A_DAY / START_PERIOD_SECONDS))
            .withReadinessProbe(probe(model, READY_PERIOD_SECONDS, READY_FAILURES))
            .withNewResources()
                .withRequests(model.pod().resources().requests())
                .withLimits(model.pod().resources().limits())
            .endResources()
            .withSecurityContext(SafeSecurity.container(null))
            .build();
        // spotless:on
    }

    private static ContainerPort port(ServiceDatabaseModel model) {
        return new ContainerPortBuilder()
                .withName(model.server().port().name())
                .withContainerPort(model.server().port().number())
                .withProtocol("TCP")
                .build();
    }

    private static List<VolumeMount> mounts(ServiceDatabaseModel model) {
        return Stream.concat(
                        ServerVolumes.mounts(model.server()).stream(),
                        model.archive().stream().flatMap(plan -> plan.archiver().serverMounts().stream()))
                .toList();
    }

    private static List<EnvVar> env(ServiceDatabaseModel model) {
        return model.server().env().entrySet().stream()
                .map(variable -> new EnvVar(variable.getKey(), variable.getValue(), null))
                .toList();
    }

    private static Probe probe(ServiceDatabaseModel model, int periodSeconds, int failures) {
        return new ProbeBuilder()
                .withExec(new ExecAction(model.server().readyCommand()))
                .withPeriodSeconds(periodSeconds)
                .withTimeoutSeconds(TIMEOUT_SECONDS)
                .withFailureThreshold(failures)
                .build();
    }
}
