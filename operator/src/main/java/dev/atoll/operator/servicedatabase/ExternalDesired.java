// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Desired.Content;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.OwnerRefs;
import dev.atoll.operator.servicedatabase.desired.DatabaseSecret;
import dev.atoll.operator.servicedatabase.desired.ExternalSecret;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one child of a ServiceDatabase whose server somebody else runs. What it holds is exchanged when what it is made from has
 * changed; where that is of no use, it stays as it is.
 */
final class ExternalDesired {
    private ExternalDesired() {}

    static Desired of(ServiceDatabaseObserved observed, ExternalModel model) {
        return model.madeFrom()
                .map(madeFrom -> new Desired(List.of(), List.of(once(model, madeFrom)), List.of())
                        .with(replacement(observed, model, madeFrom).stream().toList()))
                .orElseGet(Desired::untouched);
    }

    /** The Secret as it is, where it is this resource's. */
    static Optional<Secret> current(ServiceDatabaseObserved observed) {
        return observed.credentials()
                .filter(secret ->
                        OwnerRefs.isOwnedBy(secret, observed.identity().owner()));
    }

    private static Desired.Once once(ExternalModel model, String madeFrom) {
        return new Desired.Once(
                Secret.class,
                model.identity().namespace(),
                model.secretName(),
                () -> ExternalSecret.of(model, madeFrom, Map.of()),
                Optional.empty(),
                Optional.of(ExternalSecret.derivation(model)));
    }

    private static Optional<Desired.Replacement> replacement(
            ServiceDatabaseObserved observed, ExternalModel model, String madeFrom) {
        return current(observed)
                .filter(secret ->
                        !Annotations.get(secret, Annotations.MADE_FROM).equals(Optional.of(madeFrom)))
                .map(secret -> new Desired.Replacement(
                        ExternalSecret.of(model, madeFrom, exchange(observed)),
                        Optional.of(secret),
                        new Content.Derived(
                                ExternalSecret.derivation(model),
                                secret,
                                Map::equals,
                                DatabaseSecret.note(model.identity(), madeFrom))));
    }

    /** By the first the owner's pods know that they have to be restarted: so it is another one each time. */
    private static Map<String, String> exchange(ServiceDatabaseObserved observed) {
        return Map.of(
                Annotations.ROTATION,
                observed.now().toString(),
                Annotations.IN_USE_SINCE,
                observed.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
