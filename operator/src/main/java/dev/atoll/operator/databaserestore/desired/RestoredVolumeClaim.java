// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore.desired;

import dev.atoll.operator.databaserestore.DatabaseRestoreModel;
import dev.atoll.operator.line.Desired.Amendment;
import dev.atoll.operator.line.Desired.Part;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The claim of the volume that gets the content: first the restore's, then the database's. */
public final class RestoredVolumeClaim {
    private RestoredVolumeClaim() {}

    public static PersistentVolumeClaim of(DatabaseRestoreModel model) {
        var owner = model.database();
        var annotations = new TreeMap<>(model.dataAnnotations());
        annotations.put(Annotations.BELONGS_TO, Annotations.belongsTo(model.identity()));
        annotations.put(Annotations.MADE_FOR, owner.getMetadata().getUid());
        annotations.put(Annotations.RESTORED_BY, model.identity().owner().getUid());
        // spotless:off
        return new PersistentVolumeClaimBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.volume().claimName())
                .withLabels(Labels.lasting(model.identity()))
                .withAnnotations(annotations)
            .endMetadata()
            .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(model.volume().storageClassName())
                .withNewResources()
                    .withRequests(Map.of("storage", model.volume().size()))
                .endResources()
            .endSpec()
            .build();
        // spotless:on
    }

    /** While it is not filled, it goes with the restore. */
    public static Amendment kept(DatabaseRestoreModel model) {
        return amendment(model, Map.of(), Map.of(), List.of(model.identity().owner()));
    }

    /**
     * Makes it the database's, all at once.
     *
     * @param since when it was filled, as RFC 3339 has it
     * @param previous the claim that is in use until then, which nobody may know any more afterwards
     */
    public static Amendment handedOver(DatabaseRestoreModel model, String since, Optional<String> previous) {
        var database = model.database();
        var annotations = new TreeMap<String, String>();
        annotations.put(
                Annotations.BELONGS_TO,
                database.getKind() + "/" + database.getMetadata().getName());
        annotations.put(Annotations.IN_USE_SINCE, since);
        previous.ifPresent(claim -> annotations.put(Annotations.REPLACES, claim));
        return amendment(
                model, Labels.selector(database.getMetadata().getName(), Identity.DATABASE), annotations, List.of());
    }

    private static Amendment amendment(
            DatabaseRestoreModel model,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<OwnerReference> owners) {
        var metadata = new ObjectMetaBuilder()
                .withNamespace(model.identity().namespace())
                .withName(model.volume().claimName())
                .withLabels(labels)
                .withAnnotations(annotations)
                .withOwnerReferences(owners)
                .build();
        return new Amendment(
                new PersistentVolumeClaimBuilder().withMetadata(metadata).build(), Part.BELONGING, "");
    }
}
