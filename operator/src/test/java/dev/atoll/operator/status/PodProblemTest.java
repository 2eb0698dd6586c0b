// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodProblemTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    @ParameterizedTest
    @CsvSource({
        "CrashLoopBackOff, CrashLoop",
        "ErrImagePull, ImagePullFailed",
        "ImagePullBackOff, ImagePullFailed",
        "InvalidImageName, ImagePullFailed",
        "ErrImageNeverPull, ImagePullFailed",
        "RegistryUnavailable, ImagePullFailed",
        "ImageInspectError, ImagePullFailed",
        "CreateContainerConfigError, ConfigError",
        "CreateContainerError, ConfigError",
        "RunContainerError, ConfigError"
    })
    void everyWaitingReasonThatDoesNotPassByItselfIsAProblem(String waiting, Reason reason) {
        var pod = Pods.withContainer(
                "orders-1", "ready: false, restartCount: 0, state: {waiting: {reason: %s}}".formatted(waiting));

        assertThat(problem(pod)).map(PodProblem::reason).hasValue(reason);
        assertThat(problem(pod).orElseThrow().message()).contains("container app of pod orders-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContainerCreating", "PodInitializing"})
    void startingIsNoProblem(String waiting) {
        assertThat(problem(Pods.withContainer(
                        "orders-1",
                        "ready: false, restartCount: 0, state: {waiting: {reason: %s}}".formatted(waiting))))
                .isEmpty();
    }

    @Test
    void aPodThatNobodyHasLookedAtYetHasNoProblem() {
        assertThat(problem(Pods.pod("metadata: {name: orders-1}"))).isEmpty();
    }

    @Test
    void namesTheImageThatCannotBePulledAndWhatToCheck() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 0, state: {waiting: {reason: ErrImagePull, message: not found}}");

        assertThat(message(pod))
                .isEqualTo("container app of pod orders-1 cannot pull shop/app:1: not found;"
                        + " check the image's name and tag, and imagePullSecrets");
    }

    @Test
    void saysHowToRunAnImageThatWouldRunAsRoot() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 0, state: {waiting: {reason: CreateContainerConfigError,"
                        + " message: container has runAsNonRoot and image will run as root}}");

        assertThat(message(pod)).contains("image will run as root", "set spec.securityContext.runAsUser");
    }

    @Test
    void namesTheExitCodeAndTheCountOfACrashLoop() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 7, state: {waiting: {reason: CrashLoopBackOff}},"
                        + " lastState: {terminated: {reason: Error, exitCode: 137}}");

        assertThat(message(pod)).contains("exit code 137", "7 times", "kubectl logs --previous");
    }

    @Test
    void tellsACrashForWantOfMemoryFromOthers() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}},"
                        + " lastState: {terminated: {reason: OOMKilled, exitCode: 137}}");

        assertThat(problem(pod)).map(PodProblem::reason).hasValue(Reason.OutOfMemory);
        assertThat(message(pod)).contains("limits.memory");
    }

    @Test
    void aContainerThatWasKilledForMemoryAndRunsAgainIsAProblemUntilItIsReady() {
        var fields =
                "restartCount: 1, state: {running: {}}, lastState: {terminated: {reason: OOMKilled, exitCode: 137}}";

        assertThat(problem(Pods.withContainer("orders-1", "ready: false, " + fields)))
                .map(PodProblem::reason)
                .hasValue(Reason.OutOfMemory);
        assertThat(problem(Pods.withContainer("orders-1", "ready: true, " + fields)))
                .isEmpty();
    }

    @Test
    void aContainerThatWasRestartedAndIsNotReadyFailsItsProbes() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 2, state: {running: {}},"
                        + " lastState: {terminated: {reason: Error, exitCode: 143}}");

        assertThat(problem(pod)).map(PodProblem::reason).hasValue(Reason.ProbeFailing);
        assertThat(message(pod)).contains("restarted 2 times");
    }

    @Test
    void aContainerThatEndedByItselfCrashesEvenWhileItRunsAgain() {
        var pod = Pods.withContainer(
                "orders-1",
                "ready: false, restartCount: 2, state: {running: {}}, lastState: {terminated: {reason: Error, exitCode: 1}}");

        assertThat(problem(pod)).map(PodProblem::reason).hasValue(Reason.CrashLoop);
        assertThat(message(pod)).contains("exit code 1");
    }

    @Test
    void anInitContainerCountsAsMuchAsAnother() {
        var pod = Pods.withStatus(
                "orders-1",
                "initContainerStatuses: [{name: migrate, image: shop/migrate:1, ready: false, restartCount: 1,"
                        + " state: {waiting: {reason: CrashLoopBackOff}}}],"
                        + " containerStatuses: [{name: app, image: shop/app:1, ready: false, restartCount: 0,"
                        + " state: {waiting: {reason: PodInitializing}}}]");

        assertThat(message(pod)).startsWith("container migrate of pod orders-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/3 nodes are available: 3 Insufficient cpu. | Unschedulable",
                "pod has unbound immediate PersistentVolumeClaims. | VolumePending",
                "persistentvolumeclaim \"data\" not found | VolumePending",
                "0/3 nodes are available: 3 node(s) had volume node affinity conflict. | VolumePending"
            })
    void saysWhyAPodHasNoNode(String scheduler, Reason reason) {
        var pod = Pods.withStatus(
                "orders-1",
                "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '%s'}]"
                        .formatted(scheduler));

        assertThat(problem(pod)).map(PodProblem::reason).hasValue(reason);
        assertThat(message(pod)).contains("orders-1 cannot be scheduled", scheduler.substring(0, 10));
    }

    @Test
    void anEvictedPodSaysWhy() {
        var pod = Pods.withStatus(
                "orders-1", "phase: Failed, reason: Evicted, message: 'The node was low on resource: memory.'");

        assertThat(message(pod)).contains("orders-1 was evicted: The node was low on resource: memory.");
    }

    @Test
    void aPodThatIsOverOnlyMattersWhenItWasEvicted() {
        var pod = Pods.withStatus(
                "orders-1",
                "phase: Failed, reason: NodeShutdown, containerStatuses: [{name: app, image: shop/app:1, ready: false,"
                        + " restartCount: 2, state: {terminated: {exitCode: 143}}, lastState: {terminated: {exitCode: 1}}}]");

        assertThat(problem(pod)).isEmpty();
    }

    @Test
    void aPodThatIsBeingDeletedHasNoProblem() {
        assertThat(problem(Pods.pod(
                        "{metadata: {name: a, deletionTimestamp: '2026-01-01T00:00:00Z'}, status: {containerStatuses:"
                                + " [{name: app, restartCount: 1, ready: false,"
                                + " state: {waiting: {reason: CrashLoopBackOff}}}]}}")))
                .isEmpty();
    }

    @Test
    void picksTheProblemOfTheFirstPodByNameSoThatTheMessageDoesNotFlicker() {
        var first =
                Pods.withContainer("a", "ready: false, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}");
        var second = Pods.withContainer("b", "ready: false, restartCount: 1, state: {waiting: {reason: ErrImagePull}}");

        assertThat(PodProblem.among(List.of(second, Pods.working("0"), first), NOW))
                .isEqualTo(problem(first));
    }

    @Test
    void aPodThatRunsComesBeforeOneThatIsOver() {
        var evicted = Pods.withStatus("a", "phase: Failed, reason: Evicted, message: low on memory");
        var crashing =
                Pods.withContainer("b", "ready: false, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}");

        assertThat(PodProblem.among(List.of(evicted, crashing), NOW)).isEqualTo(problem(crashing));
    }

    private static Optional<PodProblem> problem(Pod pod) {
        return PodProblem.of(pod, NOW);
    }

    private static String message(Pod pod) {
        return problem(pod).orElseThrow().message();
    }
}
