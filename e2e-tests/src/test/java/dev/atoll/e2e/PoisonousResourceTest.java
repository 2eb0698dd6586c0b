// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources that fail on every attempt, more of them than the operator has threads, delay no other one. */
@UseOperator
class PoisonousResourceTest {
    private static final int POISONOUS = 12;
    private static final int HEALTHY = 5;
    private static final String KIND = "Microservice";

    private final TestNamespace namespace;

    PoisonousResourceTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @BeforeEach
    void refuseSomeDeployments() {
        var policy = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: %1$s}
                spec:
                  matchConstraints:
                    namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                    resourceRules:
                      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
                  validations:
                    - {expression: "!object.metadata.name.startsWith('poison')", message: no poison in this house}
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata: {name: %1$s}
                spec: {policyName: %1$s, validationActions: [Deny]}
                """.formatted(namespace.name());
        namespace
                .client()
                .load(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
        Awaitility.await("the policy is in force")
                .atMost(Duration.ofSeconds(60))
                .until(this::isInForce);
    }

    @AfterEach
    void refuseNothing() {
        namespace
                .client()
                .resources(ValidatingAdmissionPolicyBinding.class)
                .withName(namespace.name())
                .delete();
        namespace
                .client()
                .resources(ValidatingAdmissionPolicy.class)
                .withName(namespace.name())
                .delete();
    }

    @Test
    void saysWhyAndDelaysNoOtherAndHealsByItself() {
        for (int i = 0; i < POISONOUS; i++) {
            apply("poison-" + i);
        }
        for (int i = 0; i < POISONOUS; i++) {
            assertThat(Conditions.await(namespace, KIND, "poison-" + i, "Programmed=False/Rejected"))
                    .contains("Deployment poison-" + i, "no poison in this house");
        }

        for (int i = 0; i < HEALTHY; i++) {
            apply("healthy-" + i);
        }
        for (int i = 0; i < HEALTHY; i++) {
            Conditions.await(namespace, KIND, "healthy-" + i, "Programmed=True/Programmed");
        }
        assertThat(namespace
                        .client()
                        .resources(Deployment.class)
                        .inNamespace(namespace.name())
                        .list()
                        .getItems())
                .as("what got through")
                .hasSize(HEALTHY);

        refuseNothing();
        for (int i = 0; i < POISONOUS; i++) {
            Conditions.await(namespace, KIND, "poison-" + i, "Programmed=True/Programmed");
        }
    }

    private void apply(String name) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}]}
                """.formatted(name));
    }

    private boolean isInForce() {
        var labels = Map.of("app", "probe");
        var deployment = new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(namespace.name())
                .withName("poison-probe")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("probe")
                .withImage("registry.example.com/probe:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        try {
            namespace.client().resource(deployment).dryRun().create();
            return false;
        } catch (KubernetesClientException e) {
            return String.valueOf(e.getMessage()).contains("no poison in this house");
        }
    }
}
