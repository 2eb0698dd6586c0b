// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.status.ConditionType.CREDENTIALS_ROTATED;

import dev.atoll.api.v1alpha1.servicedatabase.CredentialsStatus;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.RotationPlan;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.JobHealth;
import dev.atoll.operator.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a status says of the credentials. */
final class RotationStatuses {
    private RotationStatuses() {}

    /** The users and the times; nothing for a database without credentials. */
    static Optional<CredentialsStatus> after(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        return observed.credentials()
                .map(secret -> new CredentialsStatus(
                        Annotations.get(secret, Annotations.USERNAME).orElse(null),
                        Annotations.get(secret, Annotations.IN_USE_SINCE).orElse(null),
                        plan(validated)
                                .flatMap(plan -> next(observed, plan))
                                .map(Instant::toString)
                                .orElse(null)))
                .filter(status -> status.since() != null || status.nextRotationTime() != null);
    }

    /** Adds the condition, where an exchange is asked for or has been made. */
    static void addTo(Conditions conditions, ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        if (validated instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)) {
            model.rotation().ifPresent(plan -> add(conditions, observed, model, plan));
        }
    }

    /** How long it is until the next step is due by time alone. */
    static Stream<Duration> settling(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        var until = Rotation.of(observed, model) instanceof Rotation.Overlapping overlapping
                ? Stream.of(overlapping.until())
                : Stream.<Instant>empty();
        return Stream.concat(until, model.rotation().flatMap(plan -> next(observed, plan)).stream())
                .filter(observed.now()::isBefore)
                .map(time -> Duration.between(observed.now(), time));
    }

    private static void add(
            Conditions conditions, ServiceDatabaseObserved observed, ServiceDatabaseModel model, RotationPlan plan) {
        switch (Rotation.of(observed, model)) {
            case Rotation.Idle idle -> rest(conditions, observed, model, plan);
            case Rotation.Making(var id, var username) ->
                conditions.isFalse(
                        CREDENTIALS_ROTATED, Reason.Progressing, "new credentials are made for user " + username);
            case Rotation.AtWork(var step, var health) ->
                conditions.isFalse(CREDENTIALS_ROTATED, reason(health), atWork(observed, step, health));
            case Rotation.GivingOut(var id, var username, var next, var volume) ->
                conditions.isFalse(
                        CREDENTIALS_ROTATED,
                        Reason.Progressing,
                        "user %s can log in, and its credentials are given out".formatted(username));
            case Rotation.Overlapping overlapping ->
                conditions.isFalse(CREDENTIALS_ROTATED, Reason.Waiting, text(observed, overlapping));
            case Rotation.Done(var step) ->
                conditions.isFalse(
                        CREDENTIALS_ROTATED,
                        Reason.Progressing,
                        "Job %s is done".formatted(step.jobName(observed.resource())));
        }
    }

    private static void rest(
            Conditions conditions, ServiceDatabaseObserved observed, ServiceDatabaseModel model, RotationPlan plan) {
        var next = next(observed, plan)
                        .map(time -> "; the next exchange is due at " + time)
                        .orElse("")
                + notServed(observed, model);
        var since = observed.credentials().flatMap(secret -> Annotations.get(secret, Annotations.IN_USE_SINCE));
        if (since.isPresent()) {
            conditions.isTrue(
                    CREDENTIALS_ROTATED,
                    Reason.Succeeded,
                    "user %s is in use since %s".formatted(user(observed), since.get()) + next);
        } else if (plan.schedule().isPresent() || !next.isEmpty()) {
            conditions.isUnknown(
                    CREDENTIALS_ROTATED, Reason.Pending, "the credentials are those of the beginning" + next);
        }
    }

    private static String notServed(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.ownPassword()
                .filter(password -> Rotation.isRequested(observed))
                .map(password ->
                        "; the annotation %s asks in vain, since the password is that of Secret %s: write another one there"
                                .formatted(
                                        Annotations.ROTATE_CREDENTIALS,
                                        password.source().name()))
                .orElse("");
    }

    private static Reason reason(Optional<JobHealth> health) {
        return health.map(state -> switch (state) {
                    case JobHealth.Running running -> running.reason();
                    case JobHealth.Failed failed -> failed.reason();
                    case JobHealth.Succeeded succeeded -> Reason.Progressing;
                })
                .orElse(Reason.Progressing);
    }

    private static String atWork(ServiceDatabaseObserved observed, LoginStep step, Optional<JobHealth> health) {
        var what = switch (step.kind()) {
            case LET_IN -> "user %s is let in, and nobody uses it yet".formatted(step.username());
            case SHUT_OUT -> "user %s is shut out".formatted(step.shut().orElseThrow());
            case LET_IN_AGAIN -> "user %s is let into the data of another volume".formatted(step.username());
        };
        return what
                + health.map(state -> switch (state) {
                            case JobHealth.Running(var reason, var message) -> ": " + message;
                            case JobHealth.Failed failed ->
                                ": %s; mend the cause, and let it be tried again: kubectl delete job %s"
                                        .formatted(failed.message(), step.jobName(observed.resource()));
                            case JobHealth.Succeeded succeeded -> "";
                        })
                        .orElse("");
    }

    private static String text(ServiceDatabaseObserved observed, Rotation.Overlapping overlapping) {
        return overlapping.isTakenUp()
                ? "user %s is in use, and user %s can log in until %s"
                        .formatted(overlapping.username(), overlapping.former(), overlapping.until())
                : "the pods of Microservice %s are restarted with the credentials of user %s; until then, user %s can log in too"
                        .formatted(
                                observed.resource().getSpec().service(), overlapping.username(), overlapping.former());
    }

    private static String user(ServiceDatabaseObserved observed) {
        return observed.credentials()
                .flatMap(secret -> Annotations.get(secret, Annotations.USERNAME))
                .orElse("of the owner");
    }

    private static Optional<Instant> next(ServiceDatabaseObserved observed, RotationPlan plan) {
        return plan.schedule().flatMap(schedule -> schedule.next(observed.now()));
    }

    private static Optional<RotationPlan> plan(Validated<DatabaseModel> validated) {
        return validated instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
                ? model.rotation()
                : Optional.empty();
    }
}
