// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import com.fasterxml.jackson.core.JacksonException;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Tells the readers of a resource that reconciling it fails again and again, in the condition Ready. The next reconcile
 * that succeeds writes the status anew, and so takes it back.
 */
public final class RepeatedFailure {
    /** How many failures in a row are no accident any more. */
    private static final int TOLD_FROM = 3;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private RepeatedFailure() {}

    /**
     * Reports a failure where it is the third in a row or a later one, once a generation. While the API server is away
     * or ails, nothing is sent: it could not be told, and every resource would tell the same.
     *
     * @return always that the failure is to be logged and retried as any other
     */
    public static <P extends CustomResource<?, T>, T extends ConditionedStatus> ErrorStatusUpdateControl<P> report(
            P resource, Context<P> context, Exception failure, StatusWriter statuses, Clock clock) {
        int failures =
                1 + context.getRetryInfo().map(RetryInfo::getAttemptCount).orElse(0);
        var before = statuses.conditions(resource);
        if (failures >= TOLD_FROM
                && !context.isPrimaryResourceDeleted()
                && !isOutage(failure)
                && !isTold(before, resource)) {
            tell(resource, conditions(before, resource, failure, clock), statuses);
        }
        return ErrorStatusUpdateControl.defaultErrorProcessing();
    }

    private static <T extends ConditionedStatus> void tell(
            CustomResource<?, T> resource, List<Condition> conditions, StatusWriter statuses) {
        try {
            statuses.writeConditions(resource, conditions);
        } catch (KubernetesClientException e) {
            // The failure itself is what has to be seen and retried.
            Log.warnf(
                    "the status of %s %s could not be written: %s",
                    resource.getKind(), resource.getMetadata().getName(), e.getMessage());
        }
    }

    /** Those that were there before and are no longer contradicted, and Ready. */
    static List<Condition> conditions(List<Condition> before, HasMetadata resource, Exception failure, Clock clock) {
        var ready = Conditions.after(before, resource.getMetadata().getGeneration(), clock)
                .isUnknown(READY, Reason.InternalError, message(resource, failure));
        return Stream.concat(
                        before.stream()
                                .filter(condition ->
                                        !List.of(READY.text(), STALLED.text()).contains(condition.type())),
                        ready.list().stream())
                .toList();
    }

    /** Whether the fault lies with the API server, or with the way to it. */
    static boolean isOutage(Throwable failure) {
        return causes(failure).anyMatch(RepeatedFailure::isWithoutAnswer)
                // Jackson's are I/O errors by type alone.
                && causes(failure).noneMatch(JacksonException.class::isInstance);
    }

    private static boolean isWithoutAnswer(Throwable cause) {
        return switch (cause) {
            case KubernetesClientException e -> e.getCode() == TOO_MANY_REQUESTS || e.getCode() >= SERVER_ERROR;
            case IOException e -> true;
            case TimeoutException e -> true;
            case InterruptedException e -> true;
            default -> false;
        };
    }

    private static boolean isTold(List<Condition> conditions, HasMetadata resource) {
        return Conditions.find(conditions, READY)
                .filter(condition -> Reason.InternalError.name().equals(condition.reason()))
                .filter(condition -> Objects.equals(
                        condition.observedGeneration(), resource.getMetadata().getGeneration()))
                .isPresent();
    }

    private static String message(HasMetadata resource, Exception failure) {
        return ("reconciling %s %s fails again and again (%s). That is a bug or an outage of Atoll and not a mistake in the"
                        + " resource; the operator's log says more. The children are left as they are, and it is tried"
                        + " again until it succeeds")
                .formatted(resource.getKind(), resource.getMetadata().getName(), text(failure));
    }

    /** What the API server answered; of anything else only its kind, for its text may hold what nobody is to read. */
    private static String text(Exception failure) {
        return causes(failure)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .filter(answered -> answered.getStatus() != null)
                .map(answered ->
                        "the API server answers: " + answered.getStatus().getMessage())
                .findFirst()
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
