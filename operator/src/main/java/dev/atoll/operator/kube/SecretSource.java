// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.kube.Outcome.Refused;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.line.Desired.Derivation;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/** Reads what a Secret gets from another one. It passes through here and is not kept. */
final class SecretSource {
    private final KubernetesClient client;

    SecretSource(KubernetesClient client) {
        this.client = client;
    }

    /** What is to be written, encoded; empty where the source is gone or of no use by now. */
    Optional<Map<String, String>> data(String namespace, Derivation derivation) {
        return Optional.ofNullable(client.secrets()
                        .inNamespace(namespace)
                        .withName(derivation.source())
                        .get())
                .filter(secret -> derivation.isFit().test(SecretFacts.of(secret)))
                .map(secret -> derivation.form().apply(secret.getData()));
    }

    /** What to report where there is nothing to be written: the watch of the source tells when there is. */
    static Refused waiting(ObjectKey key, Derivation derivation) {
        return new Refused(new Blocked(
                Reason.Waiting,
                "%s gets its content as soon as Secret %s has what is needed of it."
                        .formatted(key.text(), derivation.source())));
    }
}
