// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A Microservice's children: made, kept, changed without harm, and removed. */
@UseOperator
class MicroserviceTest {
    private final TestNamespace namespace;

    MicroserviceTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void becomesItsChildren() {
        apply("complete", "replicas: 2, config: {files: {a.txt: one}}");
        for (var kind : new Class<?>[] {
            Deployment.class,
            Service.class,
            ServiceAccount.class,
            ConfigMap.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class
        }) {
            assertThat(find(kind.asSubclass(HasMetadata.class), "complete")
                            .getMetadata()
                            .getLabels())
                    .containsEntry("app.kubernetes.io/managed-by", "atoll");
        }
    }

    @Test
    void doesNotRollPodsForScalingOrLabels() {
        apply("steady", "replicas: 1");
        long generationOfPods = podTemplateHash("steady");
        apply("steady", "replicas: 3, disruptionBudget: {maxUnavailable: 2}");
        eventually().until(() -> find(Deployment.class, "steady").getSpec().getReplicas() == 3);
        assertThat(podTemplateHash("steady")).isEqualTo(generationOfPods);
    }

    @Test
    void rollsPodsWhenTheirConfigurationChanges() {
        apply("rolled", "config: {files: {a.txt: one}}");
        long before = podTemplateHash("rolled");
        apply("rolled", "config: {files: {a.txt: two}}");
        eventually().until(() -> podTemplateHash("rolled") != before);
        assertThat(find(ConfigMap.class, "rolled").getData()).containsEntry("a.txt", "two");
    }

    @Test
    void bringsBackWhatWasDeletedOrChanged() {
        apply("kept", "replicas: 1");
        namespace.client().resource(find(Service.class, "kept")).delete();
        eventually().until(() -> exists(Service.class, "kept"));
        namespace
                .client()
                .resource(find(Deployment.class, "kept"))
                .edit(deployment ->
                        deployment.edit().editSpec().withReplicas(7).endSpec().build());
        eventually().until(() -> find(Deployment.class, "kept").getSpec().getReplicas() == 1);
        namespace
                .client()
                .resource(find(NetworkPolicy.class, "kept"))
                .edit(policy -> policy.edit()
                        .editMetadata()
                        .removeFromLabels("app.kubernetes.io/managed-by")
                        .endMetadata()
                        .build());
        eventually()
                .until(() -> find(NetworkPolicy.class, "kept")
                        .getMetadata()
                        .getLabels()
                        .containsKey("app.kubernetes.io/managed-by"));
    }

    @Test
    void leavesAForeignObjectOfTheSameNameAlone() {
        var foreign = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("taken")
                .endMetadata()
                .withData(Map.of("whose", "somebody else's"))
                .build();
        var before = namespace.client().resource(foreign).create();
        apply("taken", "config: {files: {a.txt: one}}", false);
        var message = Conditions.await(namespace, "Microservice", "taken", "Programmed=False/NotOwned");
        assertThat(message).contains("ConfigMap taken").contains("Delete or rename it");
        var after = find(ConfigMap.class, "taken");
        assertThat(after.getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
        namespace.client().resource(after).delete();
        Conditions.await(namespace, "Microservice", "taken", "Programmed=True/Programmed");
    }

    @Test
    void removesWhatTheSpecNoLongerWants() {
        apply("shrinking", "replicas: 2, config: {files: {a.txt: one}}");
        apply("shrinking", "replicas: 1, isolation: None");
        eventually()
                .until(() -> !exists(ConfigMap.class, "shrinking")
                        && !exists(NetworkPolicy.class, "shrinking")
                        && !exists(PodDisruptionBudget.class, "shrinking"));
        assertThat(exists(Deployment.class, "shrinking")).isTrue();
    }

    @Test
    void takesItsChildrenWithItWhenDeleted() {
        apply("gone", "replicas: 2");
        Manifests.delete(namespace, "Microservice", "gone");
        eventually().until(() -> !exists(Deployment.class, "gone") && !exists(Service.class, "gone"));
    }

    @Test
    void touchesNothingWhilePaused() {
        apply("resting", "replicas: 1");
        apply("resting", "replicas: 5, paused: true", false);
        Conditions.await(namespace, "Microservice", "resting", "Accepted=True/Paused");
        assertThat(find(Deployment.class, "resting").getSpec().getReplicas()).isEqualTo(1);
    }

    private void apply(String name, String spec) {
        apply(name, spec, true);
    }

    private void apply(String name, String spec, boolean wait) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}], %s}
                """.formatted(name, spec));
        if (wait) {
            Conditions.await(namespace, "Microservice", name, "Programmed=True/Programmed");
        }
    }

    private long podTemplateHash(String name) {
        return find(Deployment.class, name).getSpec().getTemplate().hashCode();
    }

    private <T extends HasMetadata> T find(Class<T> kind, String name) {
        return namespace
                .client()
                .resources(kind)
                .inNamespace(namespace.name())
                .withName(name)
                .require();
    }

    private boolean exists(Class<? extends HasMetadata> kind, String name) {
        return namespace
                        .client()
                        .resources(kind)
                        .inNamespace(namespace.name())
                        .withName(name)
                        .get()
                != null;
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
