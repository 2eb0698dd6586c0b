// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.line.Desired.Amendment;
import dev.atoll.operator.line.Desired.Part;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metadata of what can outlive its resource: volume and credentials. They find back to a resource by kind and name.
 * An owner reference they have only while they are to go with the resource, and it comes and goes without their content
 * being touched.
 */
public final class KeptMetadata {
    private KeptMetadata() {}

    /** At creation. Without the owner: a field can only be removed by the manager that set it. */
    static ObjectMeta of(Identity identity, String name, Map<String, String> annotations) {
        var all = new TreeMap<>(annotations);
        all.put(Annotations.MADE_FOR, identity.owner().getUid());
        // spotless:off
        return new ObjectMetaBuilder()
            .withNamespace(identity.namespace())
            .withName(name)
            .withLabels(Labels.lasting(identity))
            .withAnnotations(kept(identity, all))
            .build();
        // spotless:on
    }

    /** The annotation by which such an object is recognised, as {@code key=value}. */
    public static String annotation(Identity identity) {
        return Annotations.BELONGS_TO + "=" + Annotations.belongsTo(identity);
    }

    /** The label by which it is seen, as {@code key=value}. */
    public static String label() {
        return Labels.MANAGED_BY + "=" + Labels.ATOLL;
    }

    /** What of a Secret's metadata can change. */
    public static Amendment ofSecret(
            Identity identity, String name, Map<String, String> annotations, boolean goesWithOwner) {
        var metadata = changing(identity, name, annotations, goesWithOwner);
        return new Amendment(new SecretBuilder().withMetadata(metadata).build(), Part.METADATA, "");
    }

    /** What of a volume claim's metadata can change. */
    public static Amendment ofVolumeClaim(
            Identity identity, String name, Map<String, String> annotations, boolean goesWithOwner) {
        var metadata = changing(identity, name, annotations, goesWithOwner);
        return new Amendment(
                new PersistentVolumeClaimBuilder().withMetadata(metadata).build(), Part.METADATA, "");
    }

    /**
     * The Secret or the volume claim for this very object, and for none that takes its name.
     *
     * @param annotations as above
     */
    public static Amendment ofThis(
            Identity identity, HasMetadata object, Map<String, String> annotations, boolean goesWithOwner) {
        var name = object.getMetadata().getName();
        var amendment = object instanceof PersistentVolumeClaim
                ? ofVolumeClaim(identity, name, annotations, goesWithOwner)
                : ofSecret(identity, name, annotations, goesWithOwner);
        amendment.object().getMetadata().setUid(object.getMetadata().getUid());
        return amendment;
    }

    private static ObjectMeta changing(
            Identity identity, String name, Map<String, String> annotations, boolean goesWithOwner) {
        // spotless:off
        return new ObjectMetaBuilder()
            .withNamespace(identity.namespace())
            .withName(name)
            .withAnnotations(annotations)
            .withOwnerReferences(goesWithOwner ? List.of(identity.owner()) : List.of())
            .build();
        // spotless:on
    }

    private static Map<String, String> kept(Identity identity, Map<String, String> annotations) {
        var all = new TreeMap<>(annotations);
        all.put(Annotations.BELONGS_TO, Annotations.belongsTo(identity));
        return all;
    }
}
