// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of the Secrets that a resource names.
 *
 * @param found those that exist, by name
 * @param isComplete whether the others are known not to exist. Manifests have no Secrets where people keep them elsewhere
 */
public record KnownSecrets(Map<String, SecretFacts> found, boolean isComplete) {
    /** Nobody has looked. */
    public static final KnownSecrets UNKNOWN = new KnownSecrets(Map.of(), false);

    public KnownSecrets {
        found = Map.copyOf(found);
    }

    public Optional<SecretFacts> get(String name) {
        return Optional.ofNullable(found.get(name));
    }

    /** Whether there is no Secret of that name, as far as that can be known. */
    public boolean isMissing(String name) {
        return isComplete && !found.containsKey(name);
    }
}
