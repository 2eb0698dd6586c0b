// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container that runs from 00:00:00 on and is not ready, asked 3 times, every 2 seconds, for a second each. */
class ReadinessPatienceTest {
    private static final String PROBE = "readinessProbe: {periodSeconds: 2, failureThreshold: 3, timeoutSeconds: 1}";
    private static final String UNREADY = "ready: false, started: true";

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "3600, true"})
    void isOverWhenTheProbeHasFailedOftenEnough(int second, boolean problem) {
        assertThat(PodProblem.of(pod(PROBE, UNREADY), at(second)).isPresent()).isEqualTo(problem);
    }

    @Test
    void isLongerByTheDelayOfTheProbeAndByWhatTheStartupProbeGrants() {
        var pod = pod(
                "readinessProbe: {periodSeconds: 2, failureThreshold: 3, timeoutSeconds: 1, initialDelaySeconds: 20},"
                        + " startupProbe: {periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 2}",
                UNREADY);

        assertThat(PodProblem.settling(List.of(pod), at(0))).hasValue(Duration.ofSeconds(20 + 7 + 32));
    }

    @Test
    void takesWhatTheApiServerWouldFillIn() {
        assertThat(PodProblem.settling(List.of(pod("readinessProbe: {}", UNREADY)), at(0)))
                .hasValue(Duration.ofSeconds(31));
    }

    @Test
    void thereIsNoneForAPodThatHasBeenReady() {
        var pod = pod(PROBE, UNREADY);
        pod.getStatus().getConditions().getFirst().setLastTransitionTime(at(5).toString());

        assertThat(PodProblem.of(pod, at(5))).map(PodProblem::reason).hasValue(Reason.ProbeFailing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imagePullPolicy: Always | ready: false, started: true",
                "readinessProbe: {periodSeconds: 2} | ready: true, started: true",
                "readinessProbe: {periodSeconds: 2} | ready: false, started: false",
            })
    void itHasNoEndForWhatIsNotAskedOrHasAnsweredOrHasNotStarted(String container, String status) {
        assertThat(PodProblem.of(pod(container, status), at(3600))).isEmpty();
        assertThat(PodProblem.settling(List.of(pod(container, status)), at(0))).isEmpty();
    }

    @Test
    void saysWhichContainerAndWhereToLook() {
        var problem = PodProblem.of(pod(PROBE, UNREADY), at(60)).orElseThrow();

        assertThat(problem.reason()).isEqualTo(Reason.ProbeFailing);
        assertThat(problem.message())
                .isEqualTo("container app of pod orders-1 runs, but its readiness probe does not succeed;"
                        + " see its log (kubectl logs) and check the probe");
    }

    @Test
    void theNextLookIsAtTheFirstOfThePods() {
        var later = pod("readinessProbe: {periodSeconds: 20}", UNREADY);

        assertThat(PodProblem.settling(List.of(later, pod(PROBE, UNREADY)), at(2)))
                .hasValue(Duration.ofSeconds(5));
        assertThat(PodProblem.settling(List.of(pod(PROBE, UNREADY)), at(7))).isEmpty();
    }

    private static Pod pod(String container, String status) {
        return Pods.pod("""
                {metadata: {name: orders-1}, spec: {containers: [{name: app, %s}]}, status: {
                  conditions: [{type: ContainersReady, status: "False", lastTransitionTime: "2026-01-01T00:00:00Z"}],
                  containerStatuses: [{name: app, image: shop/app:1, restartCount: 0, %s,
                    state: {running: {startedAt: "2026-01-01T00:00:00Z"}}}]}}
                """.formatted(container, status));
    }

    private static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }
}
