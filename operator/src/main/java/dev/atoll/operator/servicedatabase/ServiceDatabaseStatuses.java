// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.status.ConditionType.PROGRAMMED;
import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.servicedatabase.DatabaseEndpoint;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseStatus;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.PodProblem;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The truth about a ServiceDatabase, computed anew from its children each time. */
final class ServiceDatabaseStatuses {
    private ServiceDatabaseStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static ServiceDatabaseStatus after(
            ServiceDatabaseObserved observed,
            Validated<DatabaseModel> validated,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        var external = observed.resource().getSpec().external();
        if (external != null) {
            return ExternalStatuses.after(observed, validated, external, applied, before, clock);
        }
        var metadata = observed.resource().getMetadata();
        var children = Children.of(observed, applied);
        var conditions = Conditions.after(before, metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, applied, Adoption.of(observed.resource(), children));
        var plan = ServiceDatabaseModel.BackupPlan.from(observed.resource().getSpec());
        var backups = plan.map(wanted -> ArchiveHealth.of(observed, BackupHealth.of(observed, wanted.schedule())));
        var departure = Departure.of(observed, validated);
        var health = DepartureStatuses.health(
                departure, health(observed, validated, applied, children, clock.instant()), applied);
        addWaiting(conditions, observed, validated, health);
        addReady(
                conditions,
                health,
                remarks(observed, children) + backups.map(BackupHealth::remark).orElse(""));
        InitializationStatuses.addTo(conditions, observed, validated);
        backups.ifPresent(state -> state.addTo(conditions));
        RotationStatuses.addTo(conditions, observed, validated);
        addStalled(conditions, validated, health, departure);
        return new ServiceDatabaseStatus(
                metadata.getGeneration(),
                conditions.list(),
                children.statefulSet()
                        .flatMap(set -> Annotations.get(set, Annotations.VERSION))
                        .orElse(null),
                children.statefulSet().map(ServiceDatabaseStatuses::image).orElse(null),
                children.credentials()
                        .map(secret -> secret.getMetadata().getName())
                        .orElse(null),
                endpoint(observed, children),
                children.claim().map(claim -> claim.getMetadata().getName()).orElse(null),
                children.claim()
                        .flatMap(Volumes::capacity)
                        .map(Object::toString)
                        .orElse(null),
                BackupStatuses.after(observed, plan, applied).orElse(null),
                RotationStatuses.after(observed, validated).orElse(null));
    }

    /** How long it is until the status may change by itself, or a backup is due. */
    static Optional<Duration> settling(ServiceDatabaseObserved observed, Validated<DatabaseModel> validated) {
        var planned = validated instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
                ? Stream.concat(
                        model.backups().flatMap(plan -> BackupHealth.settling(observed, plan)).stream(),
                        RotationStatuses.settling(observed, model))
                : Stream.<Duration>empty();
        return Stream.of(
                        PodProblem.settling(observed.pods(), observed.now()).stream(),
                        planned,
                        ArchiveHealth.settling(observed),
                        DepartureStatuses.settling(Departure.of(observed, validated), observed.now()))
                .flatMap(times -> times)
                .min(Comparator.naturalOrder());
    }

    private static String remarks(ServiceDatabaseObserved observed, Children children) {
        return children.claim()
                .filter(claim -> children.statefulSet().isPresent())
                .map(claim -> Volumes.remark(
                        claim,
                        DatabaseSettings.storage(observed.resource().getSpec()).size()))
                .orElse("");
    }

    private static void addReady(Conditions conditions, WorkloadHealth health, String remarks) {
        if (health.ready()) {
            conditions.isTrue(READY, health.reason(), health.message() + remarks);
        } else {
            conditions.isFalse(READY, health.reason(), health.message() + remarks);
        }
    }

    /** Nothing is made before there is a password of the owner's. */
    private static void addWaiting(
            Conditions conditions,
            ServiceDatabaseObserved observed,
            Validated<DatabaseModel> validated,
            WorkloadHealth health) {
        if (validated instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
                && ServiceDatabaseDesired.isWaiting(observed, model)) {
            conditions.isFalse(PROGRAMMED, health.reason(), health.message());
        }
    }

    private static void addStalled(
            Conditions conditions, Validated<DatabaseModel> validated, WorkloadHealth health, Departure departure) {
        if (!(departure instanceof Departure.Staying)) {
            DepartureStatuses.addStalled(conditions, health);
        } else if (validated instanceof Validated.Invalid<?>(var violations)) {
            conditions.isTrue(STALLED, violations.getFirst().reason(), StandardConditions.text(violations));
        } else if (health.stalled()) {
            conditions.isTrue(STALLED, health.reason(), health.message());
        }
    }

    private static WorkloadHealth health(
            ServiceDatabaseObserved observed,
            Validated<DatabaseModel> validated,
            Applied applied,
            Children children,
            Instant now) {
        var server = children.statefulSet().map(set -> running(set, observed, children, now));
        return lostCredentials(applied)
                .or(() -> children.claim().flatMap(Volumes::loss))
                .or(() -> server.filter(health -> !health.ready()))
                .or(() -> InitializationStatuses.pending(observed, validated))
                .or(() -> server)
                .orElseGet(() -> notThere(observed, validated, applied));
    }

    private static WorkloadHealth running(
            StatefulSet set, ServiceDatabaseObserved observed, Children children, Instant now) {
        var health = WorkloadHealth.of(set, observed.pods(), now);
        var wait = children.claim().flatMap(Volumes::wait);
        // A pod that only waits is explained by what it waits for.
        return switch (health.reason()) {
            case Stopped -> stopped(observed, children);
            case Progressing -> wait.orElse(health);
            case VolumePending -> wait.map(cause -> cause.after(health)).orElse(health);
            default -> health;
        };
    }

    /** Nobody else stops it: where somebody else has, it is on its way again. */
    private static WorkloadHealth stopped(ServiceDatabaseObserved observed, Children children) {
        var data = children.claim()
                .map(claim -> "; its data stays on PersistentVolumeClaim "
                        + claim.getMetadata().getName())
                .orElse("");
        return observed.pods().isEmpty()
                ? new WorkloadHealth(
                        false,
                        Reason.Stopped,
                        "the server is stopped, since spec.suspend is true (set it to false to go on)" + data,
                        false)
                : new WorkloadHealth(false, Reason.Progressing, "the server is being stopped" + data, false);
    }

    private static Optional<WorkloadHealth> lostCredentials(Applied applied) {
        return applied.blocked().stream()
                .filter(blocked -> blocked.reason() == Reason.CredentialsLost)
                .findFirst()
                .map(blocked -> new WorkloadHealth(false, blocked.reason(), blocked.message(), true));
    }

    private static WorkloadHealth notThere(
            ServiceDatabaseObserved observed, Validated<DatabaseModel> validated, Applied applied) {
        return switch (validated) {
            case Validated.Invalid<?>(var violations) ->
                new WorkloadHealth(false, violations.getFirst().reason(), StandardConditions.text(violations), true);
            case Validated.Paused<?>() ->
                new WorkloadHealth(false, Reason.Paused, "there is no StatefulSet, and spec.paused is true", false);
            case Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
            when ServiceDatabaseDesired.isWaiting(observed, model) ->
                new WorkloadHealth(
                        false,
                        unresolved.getFirst().reason(),
                        "nothing is made before there is a password: "
                                + unresolved.getFirst().text(),
                        false);
            case Validated.Valid<?>(var model, var unresolved) -> {
                var reason = applied.isComplete()
                        ? Reason.Progressing
                        : applied.blocked().getFirst().reason();
                yield new WorkloadHealth(false, reason, "there is no StatefulSet yet", false);
            }
        };
    }

    private static @Nullable String image(StatefulSet set) {
        var name = set.getMetadata().getName();
        return set.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> name.equals(container.getName()))
                .map(Container::getImage)
                .findFirst()
                .orElse(null);
    }

    /** Names cannot change, so it holds for a spec with mistakes in it too. */
    private static @Nullable DatabaseEndpoint endpoint(ServiceDatabaseObserved observed, Children children) {
        var resource = observed.resource();
        return children.statefulSet()
                .flatMap(set -> DatabaseEngines.find(resource.getSpec().engine()))
                .map(engine -> ServiceDatabaseModel.endpoint(resource, engine))
                .orElse(null);
    }

    /** The children that a status speaks of, as they are known best. */
    record Children(
            Optional<StatefulSet> statefulSet, Optional<PersistentVolumeClaim> claim, Optional<Secret> credentials) {

        static Children of(ServiceDatabaseObserved observed, Applied applied) {
            var name = observed.resource().getMetadata().getName();
            return new Children(
                    applied.find(StatefulSet.class, name).or(observed::statefulSet),
                    applied.find(PersistentVolumeClaim.class, observed.data().name())
                            .or(observed::claim),
                    applied.find(Secret.class, Names.bindingSecret(name)).or(observed::credentials));
        }
    }
}
