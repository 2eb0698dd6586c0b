// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.line.Desired.Amendment;
import dev.atoll.operator.line.Desired.Part;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * The claim of the volume. It is made before the StatefulSet, whose pod names it: so a claim of somebody else's is noticed
 * before a pod writes to it.
 */
public final class DatabaseVolumeClaim {
    private static final String STORAGE = "storage";

    private DatabaseVolumeClaim() {}

    /**
     * The object.
     *
     * @param more annotations for as long as it is not there, beside those about the data
     */
    public static PersistentVolumeClaim of(ServiceDatabaseModel model, Map<String, String> more) {
        var annotations = new TreeMap<>(model.dataAnnotations());
        annotations.putAll(more);
        // spotless:off
        return new PersistentVolumeClaimBuilder()
            .withMetadata(KeptMetadata.of(model.identity(), model.volume().claimName(), annotations))
            .withSpec(spec(model))
            .build();
        // spotless:on
    }

    /** The size that it is to have by now. */
    public static Amendment grown(ServiceDatabaseModel model) {
        // spotless:off
        var claim = new PersistentVolumeClaimBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.volume().claimName())
            .endMetadata()
            .withNewSpec()
                .withNewResources()
                    .withRequests(Map.of(STORAGE, model.volume().size()))
                .endResources()
            .endSpec()
            .build();
        // spotless:on
        return new Amendment(
                claim,
                Part.SIZE,
                "The database goes on with the size that it has; to get %s, let the volume's StorageClass allow growing "
                                .formatted(model.volume().size())
                        + "(allowVolumeExpansion: true), or move the data to a new ServiceDatabase.");
    }

    private static PersistentVolumeClaimSpec spec(ServiceDatabaseModel model) {
        // spotless:off
        return new PersistentVolumeClaimSpecBuilder()
            .withAccessModes("ReadWriteOnce")
            .withStorageClassName(model.volume().storageClassName())
            .withNewResources()
                .withRequests(Map.of(STORAGE, model.volume().size()))
            .endResources()
            .build();
        // spotless:on
    }
}
