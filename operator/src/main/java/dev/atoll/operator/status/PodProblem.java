// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a pod does not work, as the kubelet and the scheduler report it.
 *
 * @param reason the kind of problem
 * @param message the pod, the problem and the remedy
 */
public record PodProblem(Reason reason, String message) {
    /** Exit codes of a program that a signal has ended: 128 and the signal's number. */
    private static final int KILLED = 137;

    private static final int TERMINATED = 143;

    /** The first problem among the pods, in an order that does not change; pods that are over come last. */
    public static Optional<PodProblem> among(List<Pod> pods, Instant now) {
        return pods.stream()
                .sorted(Comparator.comparing(PodProblem::isOver).thenComparing(PodProblem::name))
                .flatMap(pod -> of(pod, now).stream())
                .findFirst();
    }

    /** How long it is until one of the pods has a problem just because it still does not work. */
    public static Optional<Duration> settling(List<Pod> pods, Instant now) {
        return pods.stream()
                .filter(pod -> pod.getStatus() != null && !pod.isMarkedForDeletion() && !isOver(pod))
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream()
                        .flatMap(container -> ReadinessPatience.end(pod, container).stream()))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .map(end -> Duration.between(now, end));
    }

    /** The problem of one pod, if it has one; a pod that is merely starting has none. */
    public static Optional<PodProblem> of(Pod pod, Instant now) {
        if (pod.getStatus() == null || pod.isMarkedForDeletion()) {
            return Optional.empty();
        }
        if (isOver(pod)) {
            return evicted(pod);
        }
        return unschedulable(pod)
                .or(() -> containers(pod)
                        .flatMap(container -> ofContainer(pod, container, now).stream())
                        .findFirst());
    }

    /** Whether it will never run again; Kubernetes keeps such pods for a long time and puts others in their place. */
    private static boolean isOver(Pod pod) {
        var phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return "Failed".equals(phase) || "Succeeded".equals(phase);
    }

    private static Optional<PodProblem> evicted(Pod pod) {
        return "Evicted".equals(pod.getStatus().getReason())
                ? Optional.of(new PodProblem(
                        Reason.Evicted,
                        "pod %s was evicted: %s"
                                .formatted(name(pod), pod.getStatus().getMessage())))
                : Optional.empty();
    }

    private static Optional<PodProblem> unschedulable(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> "PodScheduled".equals(condition.getType()))
                .filter(condition -> "False".equals(condition.getStatus()))
                .filter(condition -> "Unschedulable".equals(condition.getReason()))
                .findFirst()
                .map(condition -> new PodProblem(
                        isAboutVolumes(condition) ? Reason.VolumePending : Reason.Unschedulable,
                        "pod %s cannot be scheduled: %s".formatted(name(pod), condition.getMessage())));
    }

    private static boolean isAboutVolumes(PodCondition condition) {
        var message = condition.getMessage() == null ? "" : condition.getMessage();
        return message.contains("PersistentVolumeClaim")
                || message.contains("persistentvolumeclaim")
                || message.contains("volume node affinity");
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return Stream.concat(
                pod.getStatus().getInitContainerStatuses().stream(), pod.getStatus().getContainerStatuses().stream());
    }

    private static Optional<PodProblem> ofContainer(Pod pod, ContainerStatus container, Instant now) {
        var where = "container %s of pod %s".formatted(container.getName(), name(pod));
        var waiting = container.getState() == null ? null : container.getState().getWaiting();
        if (waiting == null || waiting.getReason() == null) {
            return notReadyAgain(container, where).or(() -> neverReady(pod, container, where, now));
        }
        var detail = waiting.getMessage() == null ? "" : ": " + waiting.getMessage();
        return switch (waiting.getReason()) {
            case "CrashLoopBackOff" -> Optional.of(crash(container, where));
            case "ErrImagePull",
                    "ImagePullBackOff",
                    "InvalidImageName",
                    "ErrImageNeverPull",
                    "RegistryUnavailable",
                    "ImageInspectError" ->
                Optional.of(new PodProblem(
                        Reason.ImagePullFailed,
                        "%s cannot pull %s%s; check the image's name and tag, and imagePullSecrets"
                                .formatted(where, container.getImage(), detail)));
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                Optional.of(new PodProblem(
                        Reason.ConfigError,
                        "%s cannot start (%s)%s%s"
                                .formatted(where, waiting.getReason(), detail, remedyForRoot(detail))));
            default -> Optional.empty();
        };
    }

    /** The kubelet says this of an image without a user, and of one that has its user by name. */
    private static String remedyForRoot(String detail) {
        return detail.contains("runAsNonRoot")
                ? "; set spec.securityContext.runAsUser to the number of a user that the image can run as"
                : "";
    }

    private static PodProblem crash(ContainerStatus container, String where) {
        var last = container.getLastState() == null
                ? null
                : container.getLastState().getTerminated();
        if (last != null && "OOMKilled".equals(last.getReason())) {
            return outOfMemory(where);
        }
        var code = last == null ? "" : " with exit code " + last.getExitCode();
        return new PodProblem(
                Reason.CrashLoop,
                "%s ends again and again%s, %d times so far; see its log (kubectl logs --previous)"
                        .formatted(where, code, container.getRestartCount()));
    }

    /** Runs, restarted at least once, and is still not ready: killed for memory, ended by itself, or failing its probes. */
    private static Optional<PodProblem> notReadyAgain(ContainerStatus container, String where) {
        var last = container.getLastState() == null
                ? null
                : container.getLastState().getTerminated();
        if (Boolean.TRUE.equals(container.getReady()) || last == null) {
            return Optional.empty();
        }
        if ("OOMKilled".equals(last.getReason())) {
            return Optional.of(outOfMemory(where));
        }
        return Optional.of(
                endedByItself(last)
                        ? crash(container, where)
                        : new PodProblem(
                                Reason.ProbeFailing,
                                "%s was restarted %d times and is not ready; see its log (kubectl logs --previous) and check its probes"
                                        .formatted(where, container.getRestartCount())));
    }

    /** What is asked to end, as after a failed liveness probe, ends with 0 or by a signal. */
    private static boolean endedByItself(ContainerStateTerminated last) {
        int code = Objects.requireNonNullElse(last.getExitCode(), 0);
        return code != 0 && code != KILLED && code != TERMINATED;
    }

    private static Optional<PodProblem> neverReady(Pod pod, ContainerStatus container, String where, Instant now) {
        return ReadinessPatience.end(pod, container)
                .filter(end -> !now.isBefore(end))
                .map(end -> new PodProblem(
                        Reason.ProbeFailing,
                        "%s runs, but its readiness probe does not succeed; see its log (kubectl logs) and check the probe"
                                .formatted(where)));
    }

    private static PodProblem outOfMemory(String where) {
        return new PodProblem(
                Reason.OutOfMemory,
                "%s was killed for using more memory than its limit; raise spec.resources.limits.memory"
                        .formatted(where));
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }
}
