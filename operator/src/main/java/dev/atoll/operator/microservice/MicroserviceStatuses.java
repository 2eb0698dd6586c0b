// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.microservice.Endpoint;
import dev.atoll.api.v1alpha1.microservice.MicroserviceStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The truth about a Microservice, computed anew from its children each time. */
final class MicroserviceStatuses {
    private MicroserviceStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static MicroserviceStatus after(
            MicroserviceObserved observed,
            Validated<MicroserviceModel> validated,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        var metadata = observed.resource().getMetadata();
        var deployment = applied.find(Deployment.class, metadata.getName()).or(observed::deployment);
        var counts = deployment.map(Deployment::getStatus).orElseGet(DeploymentStatus::new);
        var conditions = Conditions.after(before, metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, applied);
        addReady(conditions, observed, validated, applied, deployment, clock.instant());
        return new MicroserviceStatus(
                metadata.getGeneration(),
                conditions.list(),
                Objects.requireNonNullElse(counts.getReplicas(), 0),
                Objects.requireNonNullElse(counts.getReadyReplicas(), 0),
                Objects.requireNonNullElse(counts.getUpdatedReplicas(), 0),
                selector(observed),
                deployment.map(MicroserviceStatuses::image).orElse(null),
                endpoints(validated, observed));
    }

    private static void addReady(
            Conditions conditions,
            MicroserviceObserved observed,
            Validated<MicroserviceModel> validated,
            Applied applied,
            Optional<Deployment> deployment,
            Instant now) {
        var holding = MigrationStatuses.holding(observed, validated);
        if (deployment.isEmpty() && holding.isEmpty()) {
            notThere(conditions, validated, applied);
            return;
        }
        var health = deployment
                .map(found -> WorkloadHealth.of(found, observed.pods(), now))
                .map(present -> holding.map(state -> state.after(present)).orElse(present))
                .orElseGet(holding::orElseThrow);
        var message = health.message() + remarks(observed, validated);
        if (health.ready()) {
            conditions.isTrue(READY, health.reason(), message);
        } else {
            conditions.isFalse(READY, health.reason(), message);
        }
        if (validated instanceof Validated.Invalid<?>(var violations)) {
            conditions.isTrue(STALLED, violations.getFirst().reason(), StandardConditions.text(violations));
        } else if (health.stalled()) {
            conditions.isTrue(STALLED, health.reason(), health.message());
        }
    }

    private static void notThere(Conditions conditions, Validated<MicroserviceModel> validated, Applied applied) {
        switch (validated) {
            case Validated.Invalid<?>(var violations) -> {
                var text = StandardConditions.text(violations);
                conditions.isFalse(READY, violations.getFirst().reason(), text);
                conditions.isTrue(STALLED, violations.getFirst().reason(), text);
            }
            case Validated.Paused<?>() ->
                conditions.isFalse(READY, Reason.Paused, "there is no Deployment, and spec.paused is true");
            case Validated.Valid<?>(var model, var unresolved) -> {
                var reason = applied.isComplete()
                        ? Reason.Progressing
                        : applied.blocked().getFirst().reason();
                conditions.isFalse(READY, reason, "there is no Deployment yet");
            }
        }
    }

    /** What a reader of Ready should know besides. */
    private static String remarks(MicroserviceObserved observed, Validated<MicroserviceModel> validated) {
        if (!(validated instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved))) {
            return "";
        }
        var cycle = Dependencies.cycle(observed);
        return ignoredReplicas(observed, model.replicas())
                + (cycle.isEmpty() ? "" : "; its dependencies form a cycle: " + String.join(" → ", cycle));
    }

    /** Why the number of pods is another one than the spec says. */
    private static String ignoredReplicas(MicroserviceObserved observed, Replicas replicas) {
        var wanted = observed.resource().getSpec().replicas();
        if (wanted == null) {
            return "";
        }
        if (replicas.isAutoscaled()) {
            return "; spec.replicas (%d) is ignored while a ScalingPolicy decides".formatted(wanted);
        }
        return replicas.held()
                .map(kept -> "; the autoscaler that is gone left %d pods and they stay though spec.replicas is %d; "
                                .formatted(kept, wanted)
                        + "edit it to change that, or remove the annotation %s of Deployment %s"
                                .formatted(
                                        Annotations.REPLICAS,
                                        observed.resource().getMetadata().getName()))
                .orElse("");
    }

    private static String selector(MicroserviceObserved observed) {
        return Labels.selector(MicroserviceModel.identity(observed.resource())).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    private static @Nullable String image(Deployment deployment) {
        var name = deployment.getMetadata().getName();
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> name.equals(container.getName()))
                .map(container -> container.getImage())
                .findFirst()
                .orElse(null);
    }

    private static List<Endpoint> endpoints(Validated<MicroserviceModel> validated, MicroserviceObserved observed) {
        return validated instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved)
                ? model.endpoints()
                : Endpoints.of(observed);
    }
}
