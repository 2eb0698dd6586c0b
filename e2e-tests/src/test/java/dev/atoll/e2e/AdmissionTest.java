// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other people's rules for objects, which the children have to keep as well. */
@UseOperator
class AdmissionTest {
    private final TestNamespace namespace;

    AdmissionTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void saysThatAWebhookDoesNotAnswer() {
        var webhook = namespace.client().resource(withoutServer()).create();
        try {
            Manifests.apply(namespace, """
                    apiVersion: atoll.dev/v1alpha1
                    kind: Microservice
                    metadata: {name: guarded}
                    spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                    """);
            var message = Conditions.await(namespace, "Microservice", "guarded", "Programmed=False/Rejected");
            assertThat(message).contains("Service guarded").contains("guard.example.com");
        } finally {
            namespace.client().resource(webhook).delete();
        }
    }

    /** The API server answers it as if something were wrong with itself. */
    @Test
    void saysThatAPodTemplateHasAMisspeltField() {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: misspelt}
                spec:
                  image: registry.example.com/shop/orders:1.4.2
                  podTemplate: {spec: {restartPolcy: Always}}
                """);
        var message = Conditions.await(namespace, "Microservice", "misspelt", "Programmed=False/Rejected");
        assertThat(message).contains("Deployment misspelt").contains("spec.template.spec.restartPolcy");
    }

    /** Asked about the Services of this namespace alone, and never there. */
    private ValidatingWebhookConfiguration withoutServer() {
        // spotless:off
        return new ValidatingWebhookConfigurationBuilder()
            .withNewMetadata().withName(namespace.name()).endMetadata()
            .addNewWebhook()
                .withName("guard.example.com")
                .withNewClientConfig().withUrl("https://127.0.0.1:1/").endClientConfig()
                .withNewNamespaceSelector()
                    .withMatchLabels(Map.of("kubernetes.io/metadata.name", namespace.name()))
                .endNamespaceSelector()
                .addNewRule()
                    .withApiGroups("").withApiVersions("v1").withResources("services").withOperations("CREATE")
                .endRule()
                .withFailurePolicy("Fail")
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
            .endWebhook()
            .build();
        // spotless:on
    }
}
