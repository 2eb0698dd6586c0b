// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.Map;

/** The Service that clients connect to. */
public final class DatabaseService {
    private DatabaseService() {}

    public static Service of(ServiceDatabaseModel model) {
        // spotless:off
        return new ServiceBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withType("ClusterIP")
                .withSelector(selector(model))
                .withPorts(port(model))
            .endSpec()
            .build();
        // spotless:on
    }

    /** It leads nowhere while nobody may use the data; its name is known all the same. */
    private static Map<String, String> selector(ServiceDatabaseModel model) {
        var selector = Labels.selector(model.identity());
        if (model.isClosed()) {
            selector.put(Labels.NOBODY, "true");
        }
        return selector;
    }

    static ServicePort port(ServiceDatabaseModel model) {
        var port = model.server().port();
        // spotless:off
        return new ServicePortBuilder()
            .withName(port.name())
            .withPort(port.number())
            .withTargetPort(new IntOrString(port.name()))
            .withProtocol("TCP")
            .build();
        // spotless:on
    }
}
