// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.registry;

import dev.atoll.operator.line.Desired;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** The ConfigMap of a namespace that has services; none for any other. */
final class RegistryDesired {
    /** The ConfigMap's name in every namespace. */
    static final String NAME = "atoll-registry";

    static final List<Class<? extends HasMetadata>> KINDS = List.of(ConfigMap.class);

    private RegistryDesired() {}

    static Desired of(Identity identity, RegistryModel model) {
        return new Desired(
                model.entries().isEmpty() ? List.of() : List.of(configMap(identity, model)), List.of(), KINDS);
    }

    private static ConfigMap configMap(Identity identity, RegistryModel model) {
        // spotless:off
        return new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(identity.namespace())
                .withName(NAME)
                .withLabels(Labels.lasting(identity))
                .withAnnotations(annotations(model))
                .withOwnerReferences(identity.owner())
            .endMetadata()
            .withData(model.entries())
            .build();
        // spotless:on
    }

    private static Map<String, String> annotations(RegistryModel model) {
        return model.leftOut() == 0 ? Map.of() : Map.of(Annotations.LEFT_OUT, String.valueOf(model.leftOut()));
    }
}
