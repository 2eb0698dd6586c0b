// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of the ConfigMaps that a resource names.
 *
 * @param found those that exist, by name
 * @param isComplete whether the others are known not to exist. Manifests have no ConfigMaps where people make them elsewhere
 */
public record KnownConfigMaps(Map<String, ConfigMapFacts> found, boolean isComplete) {
    /** Nobody has looked. */
    public static final KnownConfigMaps UNKNOWN = new KnownConfigMaps(Map.of(), false);

    public KnownConfigMaps {
        found = Map.copyOf(found);
    }

    public Optional<ConfigMapFacts> get(String name) {
        return Optional.ofNullable(found.get(name));
    }

    /** Whether there is no ConfigMap of that name, as far as that can be known. */
    public boolean isMissing(String name) {
        return isComplete && !found.containsKey(name);
    }
}
