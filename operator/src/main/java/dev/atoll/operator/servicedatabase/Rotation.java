// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.CredentialsUpdate;
import dev.atoll.operator.engine.DatabaseLogin;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel.RotationPlan;
import dev.atoll.operator.status.JobHealth;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an exchange of a database's credentials is. Two users take turns: the other one is let in with a password of its
 * own, the Secret gets that, those who use it take it up, and only then the former one is shut out. How far it is stands on
 * the two Secrets, each step in one write, so that an operator that starts goes on where another one has stopped.
 */
sealed interface Rotation {
    /** Nothing is to be done, or nothing can be done now. */
    record Idle() implements Rotation {}

    /**
     * The next credentials are to be made up.
     *
     * @param id the time, by which the rotation is known
     * @param username who gets them
     */
    record Making(String id, String username) implements Rotation {}

    /**
     * A Job is to do a step in the server.
     *
     * @param health how far it is; empty while there is none
     */
    record AtWork(LoginStep step, Optional<JobHealth> health) implements Rotation {}

    /**
     * The next credentials work, and are to become those that are given out.
     *
     * @param next where they are
     * @param volume UID of the claim in whose data the user is let in
     */
    record GivingOut(String id, String username, Secret next, String volume) implements Rotation {}

    /**
     * Both users work.
     *
     * @param former who is going to be shut out
     * @param until when, at the earliest
     * @param isTakenUp whether all pods of the owner have the new credentials
     */
    record Overlapping(String username, String former, Instant until, boolean isTakenUp) implements Rotation {}

    /**
     * A step is done, and that is to be written down.
     *
     * @param step which
     */
    record Done(LoginStep step) implements Rotation {}

    /** How far it is. */
    static Rotation of(ServiceDatabaseObserved observed, ServiceDatabaseModel model) {
        return model.rotation()
                .filter(plan -> !model.isClosed())
                .flatMap(plan -> observed.credentials()
                        .flatMap(inUse -> observed.ownClaim()
                                .filter(claim -> observed.isReady())
                                .map(claim -> of(
                                        observed,
                                        model,
                                        plan,
                                        inUse,
                                        claim.getMetadata().getUid()))))
                .orElseGet(Idle::new);
    }

    private static Rotation of(
            ServiceDatabaseObserved observed,
            ServiceDatabaseModel model,
            RotationPlan plan,
            Secret inUse,
            String volume) {
        var owner = model.settings().username();
        var user = username(inUse, owner);
        var former = user.equals(owner) ? DatabaseLogin.alternate(owner) : owner;
        var id = Annotations.get(inUse, Annotations.ROTATION);
        boolean isOver = id.equals(Annotations.get(inUse, Annotations.ROTATED));
        if (id.isPresent() && !Annotations.get(inUse, Annotations.ADMITTED_ON).equals(Optional.of(volume))) {
            return step(
                    observed,
                    new LoginStep(
                            LoginStep.Kind.LET_IN_AGAIN,
                            id.get(),
                            user,
                            isOver ? Optional.of(former) : Optional.empty(),
                            inUse,
                            volume));
        }
        var next = observed.login()
                .next()
                .filter(secret -> !Annotations.get(secret, Annotations.ROTATION).equals(id));
        if (next.isPresent()) {
            return letIn(observed, next.get(), owner, volume);
        }
        if (!isOver) {
            var until = Instant.parse(
                            Annotations.get(inUse, Annotations.IN_USE_SINCE).orElseThrow())
                    .plus(plan.overlap());
            boolean isTakenUp = plan.update() == CredentialsUpdate.Reload || isTakenUp(observed, id.orElseThrow());
            return isTakenUp && !observed.now().isBefore(until)
                    ? step(
                            observed,
                            new LoginStep(
                                    LoginStep.Kind.SHUT_OUT,
                                    id.orElseThrow(),
                                    user,
                                    Optional.of(former),
                                    inUse,
                                    volume))
                    : new Overlapping(user, former, until, isTakenUp);
        }
        return isDue(observed, model, plan, inUse)
                ? new Making(observed.now().truncatedTo(ChronoUnit.SECONDS).toString(), former)
                : new Idle();
    }

    private static Rotation letIn(ServiceDatabaseObserved observed, Secret next, String owner, String volume) {
        var id = Annotations.get(next, Annotations.ROTATION).orElseThrow();
        var user = username(next, owner);
        var step = new LoginStep(LoginStep.Kind.LET_IN, id, user, Optional.empty(), next, volume);
        var reached = step(observed, step);
        return reached instanceof Done ? new GivingOut(id, user, next, volume) : reached;
    }

    private static Rotation step(ServiceDatabaseObserved observed, LoginStep step) {
        var job = observed.login().job().apply(step.jobName(observed.resource()));
        var health = job.map(found -> JobHealth.of(found, observed.login().podsOf(found), observed.now()));
        return health.filter(JobHealth.Succeeded.class::isInstance).isPresent()
                ? new Done(step)
                : new AtWork(step, health);
    }

    /** Whether the schedule or a person asks for one. Where somebody else writes the password, it is whoever writes another. */
    private static boolean isDue(
            ServiceDatabaseObserved observed, ServiceDatabaseModel model, RotationPlan plan, Secret inUse) {
        if (model.ownPassword().isPresent()) {
            return model.madeFrom().isPresent()
                    && !model.madeFrom().equals(Annotations.get(inUse, Annotations.MADE_FROM));
        }
        var last = Annotations.get(inUse, Annotations.ROTATION);
        var since = Stream.concat(last.map(Instant::parse).stream(), Stream.of(BackupSchedule.created(observed)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean isScheduled = plan.schedule()
                .flatMap(schedule -> schedule.last(observed.now()))
                .filter(time -> time.isAfter(since))
                .isPresent();
        return isScheduled || isRequested(observed);
    }

    /** Whether a person asks for another exchange than the last one. */
    static boolean isRequested(ServiceDatabaseObserved observed) {
        var served = observed.login().next().flatMap(next -> Annotations.get(next, Annotations.ROTATE_CREDENTIALS));
        var asked = Annotations.get(observed.resource(), Annotations.ROTATE_CREDENTIALS);
        return asked.isPresent() && !asked.equals(served);
    }

    private static boolean isTakenUp(ServiceDatabaseObserved observed, String id) {
        var key = Annotations.credentialsOf(observed.resource().getMetadata().getName());
        return observed.login().consumer().isEmpty()
                || (observed.login()
                                .consumer()
                                .map(deployment ->
                                        deployment.getSpec().getTemplate().getMetadata())
                                .map(ObjectMeta::getAnnotations)
                                .map(annotations -> annotations.get(key))
                                .equals(Optional.of(id))
                        && observed.login().consumers().stream()
                                .allMatch(pod -> Annotations.get(pod, key).equals(Optional.of(id))));
    }

    private static String username(Secret secret, String owner) {
        return Annotations.get(secret, Annotations.USERNAME).orElse(owner);
    }
}
