// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a Job is. Its pods end themselves with a message for whoever waits for it. */
public sealed interface JobHealth {
    /** Of a log or a report no more than this is passed on. */
    int MESSAGE_LENGTH = 700;

    /** It goes on, or waits. */
    record Running(Reason reason, String message) implements JobHealth {}

    /**
     * It has done its work.
     *
     * @param report what its container said at its end; empty when its pod is gone already
     */
    record Succeeded(String startTime, String completionTime, Optional<String> report) implements JobHealth {}

    /** It is given up. */
    record Failed(String startTime, String completionTime, Reason reason, String message) implements JobHealth {}

    /**
     * Judges a Job by its status and its pods.
     *
     * @param reporter name of the container whose message at the end is the Job's result
     */
    static JobHealth of(Job job, List<Pod> pods, String reporter, Instant now) {
        var health = of(job, pods, now);
        if (health instanceof Succeeded done) {
            var report = report(pods, reporter);
            // The Job's news can be faster than the pod's.
            return report.isEmpty() && !pods.isEmpty()
                    ? new Running(Reason.Progressing, "the Job is done, and what it reports is read")
                    : new Succeeded(done.startTime(), done.completionTime(), report);
        }
        return health;
    }

    /** Judges a Job that reports nothing. */
    static JobHealth of(Job job, List<Pod> pods, Instant now) {
        var status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        return condition(status, "Complete")
                .<JobHealth>map(complete ->
                        new Succeeded(start(status, complete), complete.getLastTransitionTime(), Optional.empty()))
                .or(() -> condition(status, "Failed")
                        .map(failed -> new Failed(
                                start(status, failed),
                                failed.getLastTransitionTime(),
                                "DeadlineExceeded".equals(failed.getReason()) ? Reason.TimedOut : Reason.Failed,
                                whyGivenUp(job, failed, pods))))
                .orElseGet(() -> running(job, status, pods, now));
    }

    private static JobHealth running(Job job, JobStatus status, List<Pod> pods, Instant now) {
        var name = job.getMetadata().getName();
        var problem = PodProblem.among(pods, now);
        if (problem.isPresent()) {
            return new Running(problem.get().reason(), problem.get().message());
        }
        int failed = Objects.requireNonNullElse(status.getFailed(), 0);
        var before = failed == 0 ? "" : "; attempt %d, for %s".formatted(failed + 1, lastWords(pods));
        return pods.isEmpty() && status.getStartTime() != null
                ? new Running(
                        Reason.Progressing,
                        "there is no pod yet, and if that lasts, kubectl describe job %s tells why".formatted(name))
                : new Running(Reason.Progressing, "Job %s is at work".formatted(name) + before);
    }

    private static String whyGivenUp(Job job, JobCondition failed, List<Pod> pods) {
        var name = job.getMetadata().getName();
        return "DeadlineExceeded".equals(failed.getReason())
                ? "Job %s took longer than spec.timeout and was ended".formatted(name)
                : "Job %s failed: %s".formatted(name, lastWords(pods));
    }

    /** What the containers of the newest failed pod said; in the order of the containers. */
    private static String lastWords(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getStatus() != null
                        && "Failed".equals(pod.getStatus().getPhase()))
                .max(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()))
                .map(pod -> containers(pod)
                        .filter(container -> ended(container)
                                .filter(end -> !Objects.equals(end.getExitCode(), 0))
                                .isPresent())
                        .map(JobHealth::lastWords)
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty())
                .orElse("its pods left no message; kubectl logs may tell more");
    }

    private static String lastWords(ContainerStatus container) {
        var end = ended(container).orElseThrow();
        var message = end.getMessage() == null ? "" : clean(end.getMessage());
        return "container %s ended with exit code %d (%s)%s"
                .formatted(
                        container.getName(),
                        end.getExitCode(),
                        end.getReason(),
                        message.isEmpty() ? "" : ": " + message);
    }

    private static Optional<String> report(List<Pod> pods, String reporter) {
        return pods.stream()
                .filter(pod -> pod.getStatus() != null)
                .flatMap(JobHealth::containers)
                .filter(container -> reporter.equals(container.getName()))
                .flatMap(container -> ended(container).stream())
                .filter(end -> Objects.equals(end.getExitCode(), 0))
                .flatMap(end -> Stream.ofNullable(end.getMessage()))
                .findFirst();
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return Stream.concat(
                pod.getStatus().getInitContainerStatuses().stream(), pod.getStatus().getContainerStatuses().stream());
    }

    private static Optional<ContainerStateTerminated> ended(ContainerStatus container) {
        return Optional.ofNullable(container.getState()).map(state -> state.getTerminated());
    }

    private static Optional<JobCondition> condition(JobStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }

    private static String start(JobStatus status, JobCondition end) {
        return Objects.requireNonNullElse(status.getStartTime(), end.getLastTransitionTime());
    }

    /** On one line, and its end if it is long: logs end with what matters. */
    private static String clean(String message) {
        var line = message.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        return line.length() <= MESSAGE_LENGTH ? line : "…" + line.substring(line.length() - MESSAGE_LENGTH);
    }
}
