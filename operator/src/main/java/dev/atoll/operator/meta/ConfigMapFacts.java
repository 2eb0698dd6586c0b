// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the operator knows of a ConfigMap that a resource names: whether it has changed, never what it holds.
 *
 * @param checksums those of its texts, by their keys
 */
public record ConfigMapFacts(Map<String, String> checksums) {
    public ConfigMapFacts {
        checksums = Collections.unmodifiableMap(new TreeMap<>(checksums));
    }

    /** Reads a ConfigMap as the API server gives it, or as a manifest writes it. */
    public static ConfigMapFacts of(ConfigMap configMap) {
        var checksums = new TreeMap<String, String>();
        Objects.requireNonNullElse(configMap.getData(), Map.<String, String>of())
                .forEach((key, text) -> checksums.put(key, Checksum.of(text)));
        return new ConfigMapFacts(checksums);
    }
}
