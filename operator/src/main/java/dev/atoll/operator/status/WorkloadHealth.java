// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the pods of a workload work.
 *
 * @param ready whether what is wanted runs
 * @param reason why, or why not
 * @param message the numbers, the problem and the remedy
 * @param stalled whether Kubernetes has given up waiting, so that a person must act
 */
public record WorkloadHealth(boolean ready, Reason reason, String message, boolean stalled) {

    /** Judges a Deployment by its status and its pods. */
    public static WorkloadHealth of(Deployment deployment, List<Pod> pods, Instant now) {
        var status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        int wanted = number(deployment.getSpec().getReplicas(), 1);
        return early(deployment, status.getObservedGeneration(), wanted)
                .orElseGet(() -> judge(new Counts(wanted, status), status, PodProblem.among(pods, now)));
    }

    /** Judges a StatefulSet by its status and its pods. */
    public static WorkloadHealth of(StatefulSet set, List<Pod> pods, Instant now) {
        var status = Objects.requireNonNullElseGet(set.getStatus(), StatefulSetStatus::new);
        int wanted = number(set.getSpec().getReplicas(), 1);
        return early(set, status.getObservedGeneration(), wanted)
                .orElseGet(() -> judge(new Counts(wanted, status), set, PodProblem.among(pods, now)));
    }

    /** The verdict where the numbers do not count yet. */
    private static Optional<WorkloadHealth> early(HasMetadata workload, @Nullable Long observed, int wanted) {
        var generation = workload.getMetadata().getGeneration();
        if (generation != null && (observed == null || observed < generation)) {
            return Optional.of(
                    progressing("waiting for the %s controller to take up the change".formatted(workload.getKind())));
        }
        return wanted == 0
                ? Optional.of(new WorkloadHealth(false, Reason.Stopped, "stopped: replicas is 0", false))
                : Optional.empty();
    }

    /** The same verdict, told after what another one says. */
    public WorkloadHealth after(WorkloadHealth other) {
        return new WorkloadHealth(ready, reason, other.message + "; " + message, stalled);
    }

    private static WorkloadHealth judge(Counts counts, StatefulSet set, Optional<PodProblem> problem) {
        var text = counts.text();
        if (problem.isPresent()) {
            var found = problem.get();
            return new WorkloadHealth(false, found.reason(), text + "; " + found.message(), false);
        }
        if (counts.isComplete()) {
            return new WorkloadHealth(true, Reason.Ready, text, false);
        }
        // A StatefulSet reports a refused pod (a quota, Pod Security) in its events only.
        return progressing(
                counts.replicas() > 0
                        ? text
                        : text
                                + "; there is no pod yet, and if that lasts, kubectl describe statefulset %s tells why"
                                        .formatted(set.getMetadata().getName()));
    }

    private static WorkloadHealth judge(Counts counts, DeploymentStatus status, Optional<PodProblem> problem) {
        var text = counts.text();
        // An evicted pod stays in the list for long; where another runs in its place, it is history.
        if (counts.isComplete()
                && problem.filter(found -> found.reason() != Reason.Evicted).isEmpty()) {
            return new WorkloadHealth(true, Reason.Ready, text, false);
        }
        var progress = condition(status, "Progressing");
        boolean gaveUp = progress.filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()))
                .isPresent();
        if (problem.isPresent()) {
            var found = problem.get();
            return new WorkloadHealth(
                    false, found.reason(), text + "; " + found.message() + remedyForVolumes(found), gaveUp);
        }
        var failure = condition(status, "ReplicaFailure").filter(condition -> "True".equals(condition.getStatus()));
        if (failure.isPresent()) {
            var message = Objects.requireNonNullElse(failure.get().getMessage(), "");
            var reason = message.contains("exceeded quota") ? Reason.QuotaExceeded : Reason.Rejected;
            return new WorkloadHealth(false, reason, text + "; pods cannot be created: " + message, false);
        }
        if (gaveUp) {
            return new WorkloadHealth(
                    false,
                    Reason.ProgressDeadlineExceeded,
                    text + "; the new pods do not become ready; check spec.health and the pods' log",
                    true);
        }
        // All pods are of the newest version, and more are coming: the service works meanwhile.
        boolean isScalingUp = counts.isRolledOut()
                && counts.available() > 0
                && progress.filter(condition -> "NewReplicaSetAvailable".equals(condition.getReason()))
                        .isPresent();
        return isScalingUp ? new WorkloadHealth(true, Reason.Ready, text, false) : progressing(text);
    }

    /** The volumes of a service are the user's own; of those that Atoll claims it knows more than the scheduler. */
    private static String remedyForVolumes(PodProblem problem) {
        return problem.reason() == Reason.VolumePending
                ? "; kubectl describe pvc tells what keeps its volumes from it"
                : "";
    }

    private static WorkloadHealth progressing(String message) {
        return new WorkloadHealth(false, Reason.Progressing, message, false);
    }

    private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static int number(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private record Counts(int wanted, int replicas, int updated, int available) {
        Counts(int wanted, DeploymentStatus status) {
            this(
                    wanted,
                    number(status.getReplicas(), 0),
                    number(status.getUpdatedReplicas(), 0),
                    number(status.getAvailableReplicas(), 0));
        }

        Counts(int wanted, StatefulSetStatus status) {
            this(
                    wanted,
                    number(status.getReplicas(), 0),
                    number(status.getUpdatedReplicas(), 0),
                    number(status.getAvailableReplicas(), 0));
        }

        boolean isRolledOut() {
            return updated == replicas;
        }

        boolean isComplete() {
            return isRolledOut() && replicas == wanted && available >= wanted;
        }

        String text() {
            var old = replicas - updated;
            return "%d of %d pods are ready".formatted(Math.min(available, wanted), wanted)
                    + (old > 0 ? ", %d of an older version".formatted(old) : "");
        }
    }
}
