// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadHealthTest {
    private static final Pod CRASHING = Pods.withContainer(
            "orders-1", "ready: false, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}");
    private static final Pod WITHOUT_VOLUME = Pods.withStatus(
            "orders-2",
            "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable,"
                    + " message: pod has unbound immediate PersistentVolumeClaims.}]");
    private static final Pod EVICTED =
            Pods.withStatus("orders-0", "phase: Failed, reason: Evicted, message: low on memory");

    @Test
    void isReadyWhenAllWantedPodsOfTheNewestVersionAreAvailable() {
        var health = health(2, "replicas: 2, updatedReplicas: 2, availableReplicas: 2", Pods.working("a"));

        assertThat(health).isEqualTo(new WorkloadHealth(true, Reason.Ready, "2 of 2 pods are ready", false));
    }

    @Test
    void waitsUntilTheControllerHasSeenTheNewestGeneration() {
        var deployment = deployment(2, "replicas: 2, updatedReplicas: 2, availableReplicas: 2");
        deployment.getMetadata().setGeneration(2L);

        assertThat(WorkloadHealth.of(deployment, List.of(), Instant.EPOCH).reason())
                .isEqualTo(Reason.Progressing);
        deployment.getStatus().setObservedGeneration(null);
        assertThat(WorkloadHealth.of(deployment, List.of(), Instant.EPOCH).reason())
                .isEqualTo(Reason.Progressing);
        deployment.setStatus(null);
        assertThat(WorkloadHealth.of(deployment, List.of(), Instant.EPOCH).reason())
                .isEqualTo(Reason.Progressing);
    }

    @Test
    void isStoppedWhenNoPodIsWanted() {
        var health = health(0, "replicas: 0");

        assertThat(health.ready()).isFalse();
        assertThat(health.reason()).isEqualTo(Reason.Stopped);
        assertThat(health.stalled()).isFalse();
    }

    @Test
    void isNotReadyWhilePodsOfAnOlderVersionRun() {
        var health = health(2, "replicas: 3, updatedReplicas: 1, availableReplicas: 3");

        assertThat(health.ready()).isFalse();
        assertThat(health.message()).isEqualTo("2 of 2 pods are ready, 2 of an older version");
    }

    @Test
    void isNotReadyWhilePodsThatAreNoLongerWantedRun() {
        assertThat(health(1, "replicas: 3, updatedReplicas: 3, availableReplicas: 3")
                        .reason())
                .isEqualTo(Reason.Progressing);
    }

    @Test
    void namesTheProblemOfAPodRatherThanTheNumbersAlone() {
        var health = health(1, "replicas: 1, updatedReplicas: 1", CRASHING);

        assertThat(health.reason()).isEqualTo(Reason.CrashLoop);
        assertThat(health.message()).startsWith("0 of 1 pods are ready; container app of pod orders-1");
        assertThat(health.stalled()).isFalse();
    }

    @Test
    void saysHowToFindOutWhyAVolumeIsMissing() {
        var health = health(1, "replicas: 1, updatedReplicas: 1", WITHOUT_VOLUME);

        assertThat(health.reason()).isEqualTo(Reason.VolumePending);
        assertThat(health.message()).contains("pod orders-2", "unbound", "kubectl describe pvc");
    }

    @Test
    void aPodThatHasJustCrashedIsToldBeforeTheDeploymentNotices() {
        assertThat(health(1, "replicas: 1, updatedReplicas: 1, availableReplicas: 1", CRASHING)
                        .ready())
                .isFalse();
    }

    @Test
    void anEvictedPodIsForgottenOnceAnotherRunsInItsPlace() {
        assertThat(health(1, "replicas: 1, updatedReplicas: 1, availableReplicas: 1", EVICTED, Pods.working("b"))
                        .ready())
                .isTrue();
        assertThat(health(1, "replicas: 1, updatedReplicas: 1", EVICTED).reason())
                .isEqualTo(Reason.Evicted);
    }

    @Test
    void isStalledAfterTheProgressDeadline() {
        var deadline = "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]";

        var health = health(1, "replicas: 1, updatedReplicas: 1, " + deadline);
        assertThat(health.reason()).isEqualTo(Reason.ProgressDeadlineExceeded);
        assertThat(health.stalled()).isTrue();

        var withProblem = health(1, "replicas: 1, updatedReplicas: 1, " + deadline, CRASHING);
        assertThat(withProblem.reason()).isEqualTo(Reason.CrashLoop);
        assertThat(withProblem.stalled()).isTrue();
    }

    @Test
    void isReadyAgainWhenPodsCameUpAfterTheDeadline() {
        assertThat(health(
                                1,
                                "replicas: 1, updatedReplicas: 1, availableReplicas: 1, conditions: [{type: Progressing,"
                                        + " status: 'False', reason: ProgressDeadlineExceeded}]")
                        .ready())
                .isTrue();
    }

    @Test
    void saysWhyPodsCannotBeCreated() {
        var quota = health(
                2,
                "replicas: 1, updatedReplicas: 1, availableReplicas: 1, conditions: [{type: ReplicaFailure, status: 'True',"
                        + " reason: FailedCreate, message: 'pods \"a\" is forbidden: exceeded quota: small'}]");
        var policy = health(
                1,
                "conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate,"
                        + " message: 'violates PodSecurity \"restricted\"'}]");

        assertThat(quota.reason()).isEqualTo(Reason.QuotaExceeded);
        assertThat(policy.reason()).isEqualTo(Reason.Rejected);
        assertThat(policy.message()).contains("pods cannot be created: violates PodSecurity");
    }

    @Test
    void worksWhileItIsScaledUp() {
        var health = health(
                5,
                "replicas: 5, updatedReplicas: 5, availableReplicas: 2, conditions: [{type: Progressing, status: 'True',"
                        + " reason: NewReplicaSetAvailable}]");

        assertThat(health.ready()).isTrue();
        assertThat(health.message()).isEqualTo("2 of 5 pods are ready");
    }

    @Test
    void doesNotWorkWhileTheFirstPodsComeUp() {
        assertThat(health(
                                2,
                                "replicas: 2, updatedReplicas: 2, availableReplicas: 1, conditions: [{type: Progressing,"
                                        + " status: 'True', reason: ReplicaSetUpdated}]")
                        .reason())
                .isEqualTo(Reason.Progressing);
    }

    @Test
    void oneReplicaIsWantedWhereNoneIsSaid() {
        var deployment = deployment(1, "replicas: 1, updatedReplicas: 1, availableReplicas: 1");
        deployment.getSpec().setReplicas(null);

        assertThat(WorkloadHealth.of(deployment, List.of(), Instant.EPOCH).message())
                .isEqualTo("1 of 1 pods are ready");
    }

    private static WorkloadHealth health(int wanted, String status, Pod... pods) {
        return WorkloadHealth.of(deployment(wanted, status), List.of(pods), Instant.EPOCH);
    }

    private static Deployment deployment(int wanted, String status) {
        return Pods.read(
                "{metadata: {name: orders, generation: 1}, spec: {replicas: %d}, status: {observedGeneration: 1, %s}}"
                        .formatted(wanted, status),
                Deployment.class);
    }
}
