// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;

/** A volume with some keys of a Secret, readable for the user of the pod and its group, and nobody else. */
public final class SecretVolume {
    private static final int MODE = 0440;

    private SecretVolume() {}

    /**
     * The volume.
     *
     * @param volume its name
     * @param name of the Secret
     * @param keys each becomes a file of that name
     */
    public static Volume of(String volume, String name, List<String> keys) {
        // spotless:off
        return new VolumeBuilder()
            .withName(volume)
            .withNewSecret()
                .withSecretName(name)
                .withDefaultMode(MODE)
                .withItems(keys.stream().map(key -> new KeyToPath(key, null, key)).toList())
            .endSecret()
            .build();
        // spotless:on
    }
}
