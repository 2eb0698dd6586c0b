// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands where a child should be, and is somebody else's, in the states in which an apply might slip through. */
@UseOperator
class ForeignObjectsTest {
    private static final String FINALIZER = "example.com/kept-back";

    private final TestNamespace namespace;

    ForeignObjectsTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void anObjectWhoseFieldsWouldBeSetOtherwiseStaysAsItIs() {
        var foreign = create(new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(namespace.name())
                .withName("contested")
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of("app", "mine"))
                .addNewPort()
                .withName("mine")
                .withPort(8080)
                .endPort()
                .endSpec()
                .build());

        apply("contested", "ports: [{name: http, port: 8080}]");

        Conditions.await(namespace, "Microservice", "contested", "Programmed=False/NotOwned");
        assertThat(find(Service.class, "contested").getMetadata().getResourceVersion())
                .isEqualTo(foreign.getMetadata().getResourceVersion());
    }

    @Test
    void anObjectThatWaitsForItsFinalizersStaysAsItIs() {
        var foreign = create(new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace.name())
                .withName("leaving")
                .withFinalizers(FINALIZER)
                .endMetadata()
                .withData(Map.of("mine", "as it was"))
                .build());
        namespace.client().resource(foreign).delete();
        var leaving = find(ConfigMap.class, "leaving");

        apply("leaving", "config: {files: {a.txt: one}}");

        Conditions.await(namespace, "Microservice", "leaving", "Programmed=False/Waiting");
        assertThat(find(ConfigMap.class, "leaving").getMetadata().getResourceVersion())
                .isEqualTo(leaving.getMetadata().getResourceVersion());
        release(leaving);
    }

    private <T extends HasMetadata> T create(T object) {
        return namespace.client().resource(object).create();
    }

    private void release(ConfigMap leaving) {
        namespace
                .client()
                .resource(leaving)
                .edit(object -> new ConfigMapBuilder(object)
                        .editMetadata()
                        .withFinalizers()
                        .endMetadata()
                        .build());
    }

    private void apply(String name, String spec) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", %s}
                """.formatted(name, spec));
    }

    private <T extends HasMetadata> T find(Class<T> kind, String name) {
        return namespace
                .client()
                .resources(kind)
                .inNamespace(namespace.name())
                .withName(name)
                .require();
    }
}
