// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control planes come and go without leaving anything on the machine. */
@UseControlPlane
class ControlPlaneLifeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aSecondOneRunsBesideTheSharedOneAndLeavesNoTrace(ControlPlane shared, TestNamespace namespace) {
        ConfigMap inShared = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("only-in-the-shared-one")
                .endMetadata()
                .build();
        namespace.client().resource(inShared).create();

        String name;
        try (ControlPlane second = ControlPlane.start("second", ControlPlaneOption.WITHOUT_CONTROLLERS)) {
            name = second.name();
            assertThat(second.client().getMasterUrl())
                    .isNotEqualTo(shared.client().getMasterUrl());
            assertThat(second.client().namespaces().withName(namespace.name()).get())
                    .isNull();
            assertThat(Traces.of(name))
                    .anyMatch(trace -> trace.contains("kube-apiserver"))
                    .anyMatch(trace -> trace.contains("etcd"))
                    .noneMatch(trace -> trace.contains("kube-controller-manager"));
        }

        assertThat(Traces.of(name)).isEmpty();
        assertThat(namespace.client().resource(inShared).get()).isNotNull();
    }

    @Test
    void downLeavesNoTraceButTheLogsOfAnUpThatWasKilledHalfWay(@TempDir Path logs) throws InterruptedException {
        String name = ControlPlane.freshName("killed");
        Process up = ControlPlaneScript.start(upUntilTheEndOf(ProcessHandle.current(), name));
        await().atMost(PATIENCE)
                .until(() -> Traces.of(name).stream().anyMatch(trace -> trace.contains("kube-apiserver")));
        up.destroyForcibly().waitFor();
        assertThat(Traces.of(name)).as("what the killed command left").isNotEmpty();

        ControlPlaneScript.run(List.of("down", "--name", name, "--keep-logs", logs.toString()));

        assertThat(Traces.of(name)).isEmpty();
        assertThat(logs).isDirectoryContaining("glob:**/etcd.log");
    }

    @Test
    void endsWithTheProcessItWasStartedForEvenIfThatIsKilled() throws IOException, InterruptedException {
        String name = ControlPlane.freshName("orphan");
        Process tests = new ProcessBuilder("sleep", "infinity").start();
        ControlPlaneScript.run(upUntilTheEndOf(tests.toHandle(), name));
        assertThat(Traces.of(name)).isNotEmpty();

        tests.destroyForcibly().waitFor();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Traces.of(name)).isEmpty());
    }

    @Test
    void upFindsTheOneThatRunsAlready() {
        String name = ControlPlane.freshName("twice");
        List<String> up = upUntilTheEndOf(ProcessHandle.current(), name);
        try {
            String line = ControlPlaneScript.run(up);
            List<String> traces = Traces.of(name);

            assertThat(ControlPlaneScript.run(up)).isEqualTo(line).startsWith("export KUBECONFIG=");
            assertThat(Traces.of(name)).containsExactlyInAnyOrderElementsOf(traces);
        } finally {
            ControlPlaneScript.run(List.of("down", "--name", name));
        }
    }

    private static List<String> upUntilTheEndOf(ProcessHandle process, String name) {
        return List.of("up", "--without-controllers", "--stop-with", String.valueOf(process.pid()), "--name", name);
    }
}
