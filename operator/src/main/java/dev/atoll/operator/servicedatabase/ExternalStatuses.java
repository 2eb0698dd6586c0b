// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.status.ConditionType.PROGRAMMED;
import static dev.atoll.operator.status.ConditionType.READY;
import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.servicedatabase.DatabaseEndpoint;
import dev.atoll.api.v1alpha1.servicedatabase.External;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseStatus;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be known of a database whose server somebody else runs: whether its owner has what it needs to get there. */
final class ExternalStatuses {
    private ExternalStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static ServiceDatabaseStatus after(
            ServiceDatabaseObserved observed,
            Validated<DatabaseModel> validated,
            External external,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        var metadata = observed.resource().getMetadata();
        var secret = applied.find(Secret.class, Names.bindingSecret(metadata.getName()))
                .or(() -> ExternalDesired.current(observed));
        var endpoint = endpoint(observed, external);
        var conditions = Conditions.after(before, metadata.getGeneration(), clock);
        StandardConditions.add(conditions, validated, applied);
        switch (validated) {
            case Validated.Invalid<DatabaseModel>(var violations) -> {
                var text = StandardConditions.text(violations);
                conditions.isFalse(READY, violations.getFirst().reason(), text);
                conditions.isTrue(STALLED, violations.getFirst().reason(), text);
            }
            case Validated.Paused<DatabaseModel> paused -> conditions.isFalse(READY, Reason.Paused, paused(secret));
            case Validated.Valid<DatabaseModel>(var model, var unresolved) ->
                addReady(conditions, observed, applied, endpoint, secret);
        }
        return new ServiceDatabaseStatus(
                metadata.getGeneration(),
                conditions.list(),
                null,
                null,
                secret.map(found -> found.getMetadata().getName()).orElse(null),
                endpoint,
                null,
                null,
                null,
                RotationStatuses.after(observed, validated).orElse(null));
    }

    private static void addReady(
            Conditions conditions,
            ServiceDatabaseObserved observed,
            Applied applied,
            @Nullable DatabaseEndpoint endpoint,
            Optional<Secret> secret) {
        var source = CredentialsSource.of(observed.resource().getSpec()).orElseThrow();
        var problems = source.problems(observed.secrets());
        if (!problems.isEmpty()) {
            unusable(conditions, observed, problems, secret);
        } else if (!applied.isComplete()) {
            var blocked = applied.blocked().getFirst();
            conditions.isFalse(READY, blocked.reason(), blocked.message());
        } else if (endpoint != null) {
            conditions.isTrue(
                    READY,
                    Reason.Ready,
                    "Microservice %s is given what Secret %s holds, for %s:%d; whether a server answers there, Atoll does not try"
                            .formatted(
                                    observed.resource().getSpec().service(),
                                    source.name(),
                                    endpoint.host(),
                                    endpoint.port()));
        }
    }

    private static void unusable(
            Conditions conditions,
            ServiceDatabaseObserved observed,
            List<Violation> problems,
            Optional<Secret> secret) {
        var reason = problems.getFirst().reason();
        var name = Names.bindingSecret(observed.identity().name());
        var consequence = secret.isPresent()
                ? "Secret %s stays as it was made last, and the owner goes on with that".formatted(name)
                : "Secret %s is made when that is mended, and the owner's pods wait for it".formatted(name);
        conditions.isFalse(PROGRAMMED, reason, consequence);
        conditions.isFalse(READY, reason, StandardConditions.text(problems) + "; " + consequence);
    }

    private static String paused(Optional<Secret> secret) {
        return secret.map(found -> "Secret %s stays as it is, since spec.paused is true"
                        .formatted(found.getMetadata().getName()))
                .orElse("there is no Secret for the owner, and spec.paused is true");
    }

    private static @Nullable DatabaseEndpoint endpoint(ServiceDatabaseObserved observed, External external) {
        return DatabaseEngines.find(observed.resource().getSpec().engine())
                .map(engine -> ExternalModel.endpoint(external, engine))
                .orElse(null);
    }
}
