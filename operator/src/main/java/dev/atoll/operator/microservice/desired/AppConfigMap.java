// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Optional;

/** The configuration files. */
public final class AppConfigMap {
    private AppConfigMap() {}

    public static Optional<ConfigMap> of(MicroserviceModel model) {
        // spotless:off
        return model.pod().config().map(config -> new ConfigMapBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withData(config.files())
            .build());
        // spotless:on
    }
}
