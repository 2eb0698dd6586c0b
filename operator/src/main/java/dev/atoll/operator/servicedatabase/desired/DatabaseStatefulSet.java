// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;
import java.util.TreeMap;

/** The StatefulSet: one server on one volume. */
public final class DatabaseStatefulSet {
    private DatabaseStatefulSet() {}

    public static StatefulSet of(ServiceDatabaseModel model) {
        // spotless:off
        return new StatefulSetBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(annotations(model))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withReplicas(model.isSuspended() ? 0 : 1)
                .withServiceName(Names.headless(model.identity().name()))
                // With OrderedReady, a pod that never becomes ready would keep its own correction from being rolled out.
                .withPodManagementPolicy("Parallel")
                // The claim goes with the custom resource or not at all: deleting a StatefulSet must never cost data.
                .withNewPersistentVolumeClaimRetentionPolicy()
                    .withWhenDeleted("Retain")
                    .withWhenScaled("Retain")
                .endPersistentVolumeClaimRetentionPolicy()
                .withNewUpdateStrategy()
                    .withType("RollingUpdate")
                .endUpdateStrategy()
                .withNewSelector()
                    .withMatchLabels(Labels.selector(model.identity()))
                .endSelector()
                .withTemplate(DatabasePodTemplate.of(model))
                // One that an earlier version made has templates, which cannot change; it keeps them.
                .withVolumeClaimTemplates(model.volume().templates())
            .endSpec()
            .build();
        // spotless:on
    }

    private static Map<String, String> annotations(ServiceDatabaseModel model) {
        var annotations = new TreeMap<String, String>();
        annotations.put(Annotations.VERSION, model.settings().version());
        model.volume().inUseSince().ifPresent(time -> annotations.put(Annotations.IN_USE_SINCE, time));
        return annotations;
    }
}
