// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a container may run without being ready. The kubelet tells of a readiness probe that fails only in events; but
 * it has asked often enough once the time is over that the probe itself grants.
 */
final class ReadinessPatience {
    private static final int PERIOD_SECONDS = 10;
    private static final int FAILURE_THRESHOLD = 3;
    private static final int TIMEOUT_SECONDS = 1;

    private ReadinessPatience() {}

    /** When it is over for a container that runs and is not ready; empty if nothing asks whether it is ready. */
    static Optional<Instant> end(Pod pod, ContainerStatus status) {
        var running = status.getState() == null ? null : status.getState().getRunning();
        if (running == null
                || running.getStartedAt() == null
                || Boolean.TRUE.equals(status.getReady())
                || Boolean.FALSE.equals(status.getStarted())) {
            return Optional.empty();
        }
        var started = Instant.parse(running.getStartedAt());
        return container(pod, status.getName())
                .filter(container -> container.getReadinessProbe() != null)
                .map(container -> lostReadiness(pod)
                        .filter(lost -> lost.isAfter(started))
                        .orElseGet(() -> started.plus(granted(container.getStartupProbe()))
                                .plus(granted(container.getReadinessProbe()))));
    }

    /** For how long the probe may fail until that counts, from its first time on. */
    private static Duration granted(@Nullable Probe probe) {
        if (probe == null) {
            return Duration.ZERO;
        }
        int period = Objects.requireNonNullElse(probe.getPeriodSeconds(), PERIOD_SECONDS);
        int failures = Objects.requireNonNullElse(probe.getFailureThreshold(), FAILURE_THRESHOLD);
        return Duration.ofSeconds(Objects.requireNonNullElse(probe.getInitialDelaySeconds(), 0)
                + (long) period * failures
                + Objects.requireNonNullElse(probe.getTimeoutSeconds(), TIMEOUT_SECONDS));
    }

    /** Since when the pod is not ready: after the container's start, it had been ready before. */
    private static Optional<Instant> lostReadiness(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> "ContainersReady".equals(condition.getType()))
                .filter(condition -> "False".equals(condition.getStatus()))
                .filter(condition -> condition.getLastTransitionTime() != null)
                .map(condition -> Instant.parse(condition.getLastTransitionTime()))
                .findFirst();
    }

    private static Optional<Container> container(Pod pod, String name) {
        return pod.getSpec() == null
                ? Optional.empty()
                : pod.getSpec().getContainers().stream()
                        .filter(container -> container.getName().equals(name))
                        .findFirst();
    }
}
