// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** Puts pods into the states that a kubelet would; the control plane of these tests has no nodes. */
final class Kubelet {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private Kubelet() {}

    /** The pods of a service, once there are as many as wanted. */
    static List<Pod> pods(TestNamespace namespace, String service, int wanted) {
        Awaitility.await(wanted + " pods of " + service)
                .atMost(LONG_ENOUGH)
                .until(() -> list(namespace, service).size() == wanted);
        return list(namespace, service);
    }

    private static List<Pod> list(TestNamespace namespace, String service) {
        return namespace
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withLabels(Map.of("app.kubernetes.io/name", service, "app.kubernetes.io/component", "service"))
                .list()
                .getItems();
    }

    /** Makes all pods of a service ready. */
    static void makeReady(TestNamespace namespace, String service, int wanted) {
        pods(namespace, service, wanted)
                .forEach(pod -> report(
                        namespace,
                        pod,
                        true,
                        container -> container
                                .withReady(true)
                                .withNewState()
                                .withNewRunning()
                                .endRunning()
                                .endState()));
    }

    /** Reports what the container of a pod waits for. */
    static void makeWait(TestNamespace namespace, Pod pod, String reason, String message) {
        report(
                namespace,
                pod,
                false,
                container -> container
                        .withReady(false)
                        .withNewState()
                        .withNewWaiting(message, reason)
                        .endState());
    }

    /** Reports a container that was ended for the given reason and waits to be started again. */
    static void makeCrash(TestNamespace namespace, Pod pod, String reason, int exitCode) {
        report(
                namespace,
                pod,
                false,
                container -> container
                        .withReady(false)
                        .withRestartCount(3)
                        .withNewState()
                        .withNewWaiting("back-off", "CrashLoopBackOff")
                        .endState()
                        .withNewLastState()
                        .withNewTerminated()
                        .withReason(reason)
                        .withExitCode(exitCode)
                        .endTerminated()
                        .endLastState());
    }

    private static void report(
            TestNamespace namespace, Pod pod, boolean ready, UnaryOperator<ContainerStatusBuilder> state) {
        var container = pod.getSpec().getContainers().getFirst();
        ContainerStatus status = state.apply(new ContainerStatusBuilder()
                        .withName(container.getName())
                        .withImage(container.getImage())
                        .withImageID("")
                        .withRestartCount(0))
                .build();
        namespace
                .client()
                .resource(pod)
                .editStatus(current -> current.edit()
                        .editOrNewStatus()
                        .withPhase(ready ? "Running" : "Pending")
                        .withConditions(
                                new PodConditionBuilder()
                                        .withType("PodScheduled")
                                        .withStatus("True")
                                        .build(),
                                new PodConditionBuilder()
                                        .withType("Ready")
                                        .withStatus(ready ? "True" : "False")
                                        .withLastTransitionTime(java.time.Instant.now()
                                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                                .toString())
                                        .build())
                        .withContainerStatuses(status)
                        .endStatus()
                        .build());
    }
}
