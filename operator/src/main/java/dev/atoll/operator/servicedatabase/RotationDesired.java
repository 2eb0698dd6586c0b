// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.engine.DatabaseTransfer;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Desired.Content;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Passwords;
import dev.atoll.operator.servicedatabase.desired.DatabaseSecret;
import dev.atoll.operator.servicedatabase.desired.LoginJob;
import dev.atoll.operator.servicedatabase.desired.NextSecret;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an exchange of credentials asks for, as far as it is. */
record RotationDesired(ServiceDatabaseObserved observed, ServiceDatabaseModel model, Rotation rotation) {

    /** The Job that is to do a step, as long as there is none. */
    Stream<Job> job() {
        return rotation instanceof Rotation.AtWork(var step, var health) && health.isEmpty()
                ? model.rotation().stream()
                        .map(plan -> LoginJob.of(model, plan.login(), step, step.jobName(observed.resource())))
                : Stream.empty();
    }

    /** The Jobs of steps that are done. */
    Stream<Job> expired() {
        var current = rotation instanceof Rotation.AtWork(var step, var health)
                ? Optional.of(step.jobName(observed.resource()))
                : Optional.<String>empty();
        return observed.login().jobs().stream()
                .filter(job ->
                        current.filter(job.getMetadata().getName()::equals).isEmpty());
    }

    /** The Secret that gets new content. */
    List<Desired.Replacement> replacements(Passwords passwords) {
        return switch (rotation) {
            case Rotation.Making(var id, var username) ->
                List.of(new Desired.Replacement(
                        NextSecret.of(model, id, username, served(), model.madeFrom()),
                        observed.login().next(),
                        content(username, passwords)));
            case Rotation.GivingOut(var id, var username, var next, var volume) ->
                List.of(new Desired.Replacement(
                        NextSecret.givenOut(
                                model,
                                observed.credentials().orElseThrow(),
                                id,
                                username,
                                observed.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                                madeFrom(next)),
                        observed.credentials(),
                        new Content.CopyOf(next)));
            default -> List.of();
        };
    }

    /** What is served by an exchange; where somebody else writes the password, it is not the one that was asked for. */
    private Optional<String> served() {
        return model.ownPassword().isPresent()
                ? observed.login().next().flatMap(next -> Annotations.get(next, Annotations.ROTATE_CREDENTIALS))
                : Annotations.get(observed.resource(), Annotations.ROTATE_CREDENTIALS);
    }

    private Content content(String username, Passwords passwords) {
        return model.ownPassword()
                .<Content>map(password -> new Content.Derived(
                        DatabaseSecret.derivation(model, password, username),
                        observed.credentials().orElseThrow(),
                        RotationDesired::haveTheSamePassword,
                        DatabaseSecret.note(model.identity(), model.madeFrom().orElseThrow())))
                .orElseGet(() -> new Content.Made(() -> DatabaseSecret.data(model, username, passwords.next())));
    }

    /** Another user alone is no reason for an exchange. */
    private static boolean haveTheSamePassword(Map<String, String> one, Map<String, String> other) {
        return Objects.equals(one.get(DatabaseTransfer.PASSWORD), other.get(DatabaseTransfer.PASSWORD));
    }

    /** Nothing where nobody else has ever written it; an empty text where that was so before. */
    private Optional<String> madeFrom(Secret next) {
        return Annotations.get(next, Annotations.MADE_FROM)
                .or(() -> observed.credentials()
                        .flatMap(inUse -> Annotations.get(inUse, Annotations.MADE_FROM))
                        .map(before -> ""));
    }

    /** What is written on the Secret that is in use, beside what came with its content. */
    Map<String, String> annotations() {
        var annotations = new TreeMap<>(
                observed.credentials().map(RotationDesired::annotations).orElse(Map.of()));
        switch (rotation) {
            case Rotation.GivingOut(var id, var username, var next, var volume) ->
                annotations.put(Annotations.ADMITTED_ON, volume);
            case Rotation.Done(var step) ->
                annotations.put(
                        step.kind() == LoginStep.Kind.SHUT_OUT ? Annotations.ROTATED : Annotations.ADMITTED_ON,
                        step.kind() == LoginStep.Kind.SHUT_OUT ? step.id() : step.volume());
            default -> {}
        }
        return annotations;
    }

    /** As they are. */
    static Map<String, String> annotations(HasMetadata secret) {
        var annotations = new TreeMap<String, String>();
        Stream.of(Annotations.ROTATED, Annotations.ADMITTED_ON)
                .forEach(key -> Annotations.get(secret, key).ifPresent(value -> annotations.put(key, value)));
        return annotations;
    }
}
