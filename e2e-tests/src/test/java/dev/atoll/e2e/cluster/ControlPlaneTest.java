// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The test control plane is a real one: what tests rely on is really there. */
@UseControlPlane
class ControlPlaneTest {
    private static final int FORBIDDEN = 403;
    /** Generous, since the machine may be busy; nothing waits longer than it must. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ControlPlane controlPlane;
    private final TestNamespace namespace;
    private final KubernetesClient client;

    ControlPlaneTest(ControlPlane controlPlane, TestNamespace namespace) {
        this.controlPlane = controlPlane;
        this.namespace = namespace;
        this.client = namespace.client();
    }

    @Test
    void servesTheVersionThatItsModuleRequires() throws IOException {
        var module = Files.readString(Checkout.root().resolve("e2e-tests/cluster/kubernetes/go.mod"));
        Matcher required = Pattern.compile("require k8s.io/kubernetes (v\\S+)").matcher(module);

        assertThat(required.find()).isTrue();
        assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo(required.group(1));
    }

    @Test
    void deniesAServiceAccountWithoutRights() {
        createServiceAccount("nobody");

        try (KubernetesClient nobody = controlPlane.clientAs(namespace.name(), "nobody")) {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> nobody.configMaps().list())
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(FORBIDDEN))
                    .withMessageContaining("system:serviceaccount:" + namespace.name() + ":nobody");
        }
    }

    @Test
    void letsAServiceAccountDoWhatItsRoleSaysAndNothingElse() {
        createServiceAccount("reader");
        client.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .endMetadata()
                        .withRules(new PolicyRuleBuilder()
                                .withApiGroups("")
                                .withResources("configmaps")
                                .withVerbs("list")
                                .build())
                        .build())
                .create();
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
                        .addNewSubject(null, "ServiceAccount", "reader", namespace.name())
                        .build())
                .create();

        try (KubernetesClient reader = controlPlane.clientAs(namespace.name(), "reader")) {
            // The authorizer learns of a new binding through a watch.
            await().atMost(PATIENCE)
                    .ignoreException(KubernetesClientException.class)
                    .untilAsserted(() ->
                            assertThat(reader.configMaps().list().getItems()).isNotEmpty());
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> reader.secrets().list())
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(FORBIDDEN));
        }
    }

    @Test
    void refusesAPrivilegedPodWherePodSecurityIsRestricted() {
        Map<String, String> restricted = Map.of("pod-security.kubernetes.io/enforce", "restricted");
        TestNamespace strict = TestNamespace.create(controlPlane, "restricted", restricted);
        Pod privileged = new PodBuilder(pod("privileged"))
                .editSpec()
                .editFirstContainer()
                .withNewSecurityContext()
                .withPrivileged(true)
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
        try {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(
                            () -> strict.client().pods().resource(privileged).create())
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(FORBIDDEN))
                    .withMessageContaining("violates PodSecurity \"restricted:latest\": privileged");
            assertThat(client.pods().resource(privileged).create().getMetadata().getUid())
                    .as("the same pod in a namespace without that label")
                    .isNotNull();
        } finally {
            strict.delete();
        }
    }

    @Test
    void collectsTheGarbageOfADeletedOwner() {
        ConfigMap owner = client.resource(configMap("owner")).create();
        ConfigMap dependent = client.resource(new ConfigMapBuilder(configMap("dependent"))
                        .editMetadata()
                        .withOwnerReferences(new OwnerReferenceBuilder()
                                .withApiVersion("v1")
                                .withKind("ConfigMap")
                                .withName("owner")
                                .withUid(owner.getMetadata().getUid())
                                .build())
                        .endMetadata()
                        .build())
                .create();

        client.resource(owner).delete();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(client.resource(dependent).get()).isNull());
    }

    @Test
    void schedulesAPodOntoANode() {
        Node node = client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName("node-of-" + namespace.name())
                        .endMetadata()
                        .withNewStatus()
                        .addToAllocatable("pods", new Quantity("10"))
                        .endStatus()
                        .build())
                .create();
        try {
            Pod created = client.pods()
                    .resource(new PodBuilder(pod("scheduled"))
                            .editSpec()
                            // No kubelet makes the node ready.
                            .addNewToleration()
                            .withOperator("Exists")
                            .endToleration()
                            .endSpec()
                            .build())
                    .create();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.pods()
                                    .resource(created)
                                    .get()
                                    .getSpec()
                                    .getNodeName())
                            .isEqualTo(node.getMetadata().getName()));
        } finally {
            client.resource(node).delete();
        }
    }

    @Test
    void logsEachRequestWithUserVerbObjectAndAnswer() {
        client.resource(configMap("audited")).create();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.readAllLines(controlPlane.auditLog()))
                        .anySatisfy(line -> assertThat(line)
                                .contains("\"stage\":\"ResponseComplete\"", "\"verb\":\"create\"", "\"code\":201")
                                .contains("\"resource\":\"configmaps\"", "\"namespace\":\"" + namespace.name() + "\"")
                                .contains("\"name\":\"audited\"", "\"username\":\"atoll-admin\"", "\"userAgent\":\"")));
    }

    private void createServiceAccount(String name) {
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private static ConfigMap configMap(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("registry.example.com/none")
                .endContainer()
                .endSpec()
                .build();
    }
}
