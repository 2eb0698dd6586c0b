// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.External;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong with a ServiceDatabase whose server somebody else runs, and what is still missing. */
final class ExternalChecks {
    private ExternalChecks() {}

    /** The model, or why there is none. */
    static Validated<DatabaseModel> check(ServiceDatabaseObserved observed, DatabaseEngine engine, External external) {
        var violations = new ArrayList<>(ServiceDatabaseChecks.environment(observed));
        kept(observed).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            return new Validated.Invalid<>(violations);
        }
        var source = CredentialsSource.of(external);
        return new Validated.Valid<>(
                ExternalModel.from(observed, engine, external, source), unresolved(observed, source));
    }

    /** The password of data that was kept must not be written over: nothing else opens it. */
    private static Optional<Violation> kept(ServiceDatabaseObserved observed) {
        var kept = Stream.<Optional<? extends HasMetadata>>of(observed.claim(), keptCredentials(observed))
                .flatMap(Optional::stream)
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .collect(Collectors.joining(" and "));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Reason.Conflict,
                        "spec.provider",
                        ("is External, and there is still %s of an earlier ServiceDatabase of this name, which Atoll ran; use "
                                        + "another name, or delete that, if nobody needs the data")
                                .formatted(kept)));
    }

    private static Optional<? extends HasMetadata> keptCredentials(ServiceDatabaseObserved observed) {
        return observed.credentials()
                .filter(secret -> secret.getMetadata().getOwnerReferences().isEmpty());
    }

    private static List<Violation> unresolved(ServiceDatabaseObserved observed, CredentialsSource source) {
        var owner = observed.owner().isPresent()
                ? Stream.<Violation>empty()
                : Stream.of(new Violation(
                        Reason.ServiceNotFound,
                        "spec.service",
                        "Microservice %s does not exist in this namespace; nobody is bound to the database until you create it"
                                .formatted(observed.resource().getSpec().service())));
        return Stream.concat(source.problems(observed.secrets()).stream(), owner)
                .toList();
    }
}
