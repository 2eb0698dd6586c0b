// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import dev.atoll.e2e.cluster.TestNamespace;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** Puts pods into the states that a kubelet would; the control plane of these tests has no nodes. */
final class Kubelet {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

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
        pods(namespace, service, wanted).forEach(pod -> makeReady(namespace, pod));
    }

    /** Makes the pod of a database ready, if it is there and stays. */
    static void makeDatabaseReady(TestNamespace namespace, String database) {
        try {
            Optional.ofNullable(pod(namespace, database + "-0").get()).ifPresent(pod -> makeReady(namespace, pod));
        } catch (KubernetesClientException e) {
            if (e.getCode() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private static void makeReady(TestNamespace namespace, Pod pod) {
        report(
                namespace,
                pod,
                true,
                container -> container
                        .withReady(true)
                        .withNewState()
                        .withNewRunning()
                        .endRunning()
                        .endState());
    }

    /** Ends the pod of a database that is being deleted, if it is there. */
    static void endDatabase(TestNamespace namespace, String database) {
        pod(namespace, database + "-0").withGracePeriod(0).delete();
    }

    /** Lets the pod of a Job succeed, once there is one. */
    static void succeed(TestNamespace namespace, String job) {
        Awaitility.await("a pod of Job " + job)
                .atMost(LONG_ENOUGH)
                .until(() -> !podsOf(namespace, job).isEmpty());
        podsOf(namespace, job).forEach(pod -> end(namespace, pod));
    }

    /** With a report that says nothing. */
    private static void end(TestNamespace namespace, Pod pod) {
        var ended = pod.getSpec().getContainers().stream()
                .map(container -> new ContainerStatusBuilder()
                        .withName(container.getName())
                        .withImage(container.getImage())
                        .withImageID("")
                        .withReady(false)
                        .withRestartCount(0)
                        .withNewState()
                        .withNewTerminated()
                        .withExitCode(0)
                        .withMessage("nothing")
                        .endTerminated()
                        .endState()
                        .build())
                .toList();
        var reported = new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace.name())
                .withName(pod.getMetadata().getName())
                .endMetadata()
                .withNewStatus()
                .withPhase("Succeeded")
                .withContainerStatuses(ended)
                .endStatus()
                .build();
        namespace.client().resource(reported).patchStatus();
    }

    private static List<Pod> podsOf(TestNamespace namespace, String job) {
        return namespace
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withLabel("batch.kubernetes.io/job-name", job)
                .list()
                .getItems();
    }

    private static PodResource pod(TestNamespace namespace, String name) {
        return namespace.client().pods().inNamespace(namespace.name()).withName(name);
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
        // A merge patch without a version: the scheduler writes to the same status.
        var reported = new PodBuilder()
                .withNewMetadata()
                .withNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .endMetadata()
                .withNewStatus()
                .withPhase(ready ? "Running" : "Pending")
                .withConditions(condition("PodScheduled", true), condition("Ready", ready))
                .withContainerStatuses(status)
                .endStatus()
                .build();
        namespace.client().resource(reported).patchStatus();
    }

    private static PodCondition condition(String type, boolean holds) {
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(holds ? "True" : "False")
                .withLastTransitionTime(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }
}
