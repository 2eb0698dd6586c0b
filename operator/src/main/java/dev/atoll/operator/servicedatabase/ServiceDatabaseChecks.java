// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.Binding;
import dev.atoll.api.v1alpha1.servicedatabase.DeletionPolicy;
import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseSpec;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.meta.StrategicMerge;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that is wrong with a ServiceDatabase and that its schema cannot see, all at once. */
final class ServiceDatabaseChecks {
    private ServiceDatabaseChecks() {}

    /** The model, or why there is none. */
    static Validated<DatabaseModel> check(ServiceDatabaseObserved observed, BackupTool tool) {
        var spec = observed.resource().getSpec();
        if (spec.paused()) {
            return new Validated.Paused<>();
        }
        var engine = DatabaseEngines.find(spec.engine());
        if (spec.external() != null && engine.isPresent()) {
            return ExternalChecks.check(observed, engine.get(), spec.external());
        }
        var violations = Stream.of(
                        engine.map(found -> engineProblems(found, observed)).orElseGet(() -> noEngine(spec)),
                        lastBackup(observed),
                        schedules(spec),
                        environment(observed),
                        podTemplate(spec))
                .flatMap(List::stream)
                .toList();
        return engine.isPresent() && violations.isEmpty()
                ? new Validated.Valid<>(ServiceDatabaseModel.from(observed, engine.get(), tool), unresolved(observed))
                : new Validated.Invalid<>(violations);
    }

    private static List<Violation> noEngine(ServiceDatabaseSpec spec) {
        var known = DatabaseEngines.kinds().stream().map(Engine::name).collect(Collectors.joining(", "));
        return List.of(new Violation(
                Reason.EngineNotSupported,
                "spec.engine",
                "is %s, which Atoll cannot run yet; create a ServiceDatabase with one of: %s"
                        .formatted(spec.engine(), known)));
    }

    private static List<Violation> engineProblems(DatabaseEngine engine, ServiceDatabaseObserved observed) {
        var settings = ServiceDatabaseModel.settings(observed);
        var problems = engine.problemsOf(settings);
        var data = DataChecks.check(observed, engine, settings);
        var beginning = Stream.ofNullable(observed.resource().getSpec().initialization())
                .flatMap(wanted -> engine.problemsOf(wanted).stream());
        return Stream.of(
                        problems.stream(),
                        data.stream(),
                        beginning,
                        rotation(observed, engine, settings).stream(),
                        ArchiveChecks.check(observed, engine, settings))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Optional<Violation> rotation(
            ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings) {
        if (engine.administrator(settings).isPresent()) {
            return Optional.empty();
        }
        var credentials = observed.resource().getSpec().credentials();
        var asked = Stream.of(
                        Optional.ofNullable(credentials.rotation()).map(value -> "spec.credentials.rotation"),
                        Optional.ofNullable(credentials.secretName()).map(value -> "spec.credentials.secretName"),
                        Annotations.get(observed.resource(), Annotations.ROTATE_CREDENTIALS)
                                .map(value -> "metadata.annotations[%s]".formatted(Annotations.ROTATE_CREDENTIALS)))
                .flatMap(Optional::stream)
                .findFirst();
        return asked.map(field -> new Violation(
                Reason.FeatureNotSupported,
                field,
                ("cannot be done with the data on PersistentVolumeClaim %s, where the owner's user is the server's "
                                + "administrator; remove it, or back up and restore into a new ServiceDatabase")
                        .formatted(observed.data().name())));
    }

    /** A last backup needs a place that does not go with the volume. The CRD's rule sees whether there is one. */
    private static List<Violation> lastBackup(ServiceDatabaseObserved observed) {
        var spec = observed.resource().getSpec();
        if (spec.deletionPolicy() != DeletionPolicy.Snapshot) {
            return List.of();
        }
        if (spec.backup() == null) {
            return List.of(
                    new Violation(
                            Reason.Invalid,
                            "spec.deletionPolicy",
                            "is Snapshot, and no spec.backup says where the last backup goes; add it, or set Retain to keep the data"));
        }
        return Optional.ofNullable(spec.backup().destination().volume())
                .filter(volume -> observed.data().name().equals(volume.claimName()))
                .map(volume -> new Violation(
                        Reason.Conflict,
                        "spec.backup.destination.volume.claimName",
                        "is %s, the volume that goes after the last backup (deletionPolicy Snapshot); name another one"
                                .formatted(volume.claimName())))
                .stream()
                .toList();
    }

    private static List<Violation> schedules(ServiceDatabaseSpec spec) {
        var backup = Optional.ofNullable(spec.backup());
        return Stream.of(
                        Optional.ofNullable(spec.credentials().rotation())
                                .flatMap(text -> schedule("spec.credentials.rotation", text)),
                        backup.flatMap(found -> schedule("spec.backup.schedule", found.schedule())),
                        backup.flatMap(found -> Optional.ofNullable(found.drill()))
                                .flatMap(drill -> schedule("spec.backup.drill.schedule", drill.schedule())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Violation> schedule(String field, String text) {
        return Schedule.parse(text).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.Invalid,
                        field,
                        "is %s, which is no cron line; write for example 0 3 * * * for every day at three (UTC)"
                                .formatted(text)));
    }

    /** Two databases of a service must not want the same environment variables; the older one has them. */
    static List<Violation> environment(ServiceDatabaseObserved observed) {
        var resource = observed.resource();
        var prefix = prefix(resource);
        return observed.siblings().stream()
                .takeWhile(sibling -> !isSame(sibling, resource))
                .filter(sibling -> prefix.isPresent() && prefix(sibling).equals(prefix))
                .map(sibling -> new Violation(
                        Reason.Conflict,
                        "spec.binding.envPrefix",
                        ("is %s, as that of the older ServiceDatabase %s of the same service; "
                                        + "set another prefix, or spec.binding.env to false")
                                .formatted(prefix.get(), sibling.getMetadata().getName())))
                .toList();
    }

    /** What the names of the variables start with; nothing for a database that asks for none. */
    private static Optional<String> prefix(ServiceDatabase database) {
        return Optional.of(database.getSpec().binding())
                .filter(Binding::env)
                .map(binding -> binding.envPrefix() == null ? "DATABASE_" : binding.envPrefix());
    }

    private static boolean isSame(ServiceDatabase one, ServiceDatabase other) {
        return one.getMetadata().getName().equals(other.getMetadata().getName());
    }

    private static List<Violation> podTemplate(ServiceDatabaseSpec spec) {
        return Optional.ofNullable(spec.podTemplate())
                .flatMap(StrategicMerge::problemOf)
                .map(problem -> new Violation(Reason.Invalid, "spec.podTemplate", problem))
                .stream()
                .toList();
    }

    private static List<Violation> unresolved(ServiceDatabaseObserved observed) {
        var owner = observed.owner().isPresent()
                ? Stream.<Violation>empty()
                : Stream.of(new Violation(
                        Reason.ServiceNotFound,
                        "spec.service",
                        "Microservice %s does not exist in this namespace; the database runs, and nobody can reach it until you create it"
                                .formatted(observed.resource().getSpec().service())));
        var beginning = observed.initialization().problem(observed.resource()).stream();
        return Stream.of(password(observed), owner, beginning)
                .flatMap(violations -> violations)
                .toList();
    }

    /** What keeps the owner's password from being the one that somebody has written. */
    private static Stream<Violation> password(ServiceDatabaseObserved observed) {
        return CredentialsSource.of(observed.resource().getSpec()).stream()
                .flatMap(source -> source.problems(observed.secrets()).stream());
    }
}
