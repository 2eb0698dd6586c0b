// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Ready tells the truth about pods. */
@UseOperator
class MicroserviceStatusTest {
    private final TestNamespace namespace;
    private String service = "";

    MicroserviceStatusTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @BeforeEach
    void startTwoPods(TestInfo test) {
        service = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        // A scheduler that is not there does not say again and again that there is no node.
        apply("played-by-this-test");
    }

    private void apply(String scheduler) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec:
                  image: registry.example.com/shop/orders:1.4.2
                  replicas: 2
                  ports: [{name: http, port: 8080}]
                  podTemplate: {spec: {schedulerName: %s}}
                """.formatted(service, scheduler));
    }

    @Test
    void saysThatPodsCannotBeScheduled() {
        apply("default-scheduler");
        var message = Conditions.await(namespace, "Microservice", service, "Ready=False/Unschedulable");
        assertThat(message).contains("0 of 2 pods are ready").contains("no nodes available");
    }

    @Test
    void becomesReadyWithItsPods() {
        Kubelet.makeReady(namespace, service, 2);
        var message = Conditions.await(namespace, "Microservice", service, "Ready=True/Ready");
        assertThat(message).isEqualTo("2 of 2 pods are ready");
    }

    @Test
    void saysThatAnImageCannotBePulled() {
        var pod = Kubelet.pods(namespace, service, 2).getFirst();
        Kubelet.makeReady(namespace, service, 2);
        Kubelet.makeWait(namespace, pod, "ImagePullBackOff", "Back-off pulling image");
        var message = Conditions.await(namespace, "Microservice", service, "Ready=False/ImagePullFailed");
        assertThat(message).contains("registry.example.com/shop/orders:1.4.2").contains("imagePullSecrets");
    }

    @Test
    void saysThatAContainerCrashes() {
        Kubelet.makeReady(namespace, service, 2);
        Kubelet.makeCrash(namespace, Kubelet.pods(namespace, service, 2).getFirst(), "Error", 1);
        var message = Conditions.await(namespace, "Microservice", service, "Ready=False/CrashLoop");
        assertThat(message).contains("exit code 1").contains("kubectl logs");
    }

    @Test
    void saysThatAContainerRunsOutOfMemory() {
        Kubelet.makeReady(namespace, service, 2);
        Kubelet.makeCrash(namespace, Kubelet.pods(namespace, service, 2).getFirst(), "OOMKilled", 137);
        var message = Conditions.await(namespace, "Microservice", service, "Ready=False/OutOfMemory");
        assertThat(message).contains("spec.resources.limits.memory");
    }

    @Test
    void healsByItself() {
        Kubelet.makeReady(namespace, service, 2);
        var pod = Kubelet.pods(namespace, service, 2).getFirst();
        Kubelet.makeWait(namespace, pod, "CreateContainerConfigError", "secret \"x\" not found");
        Conditions.await(namespace, "Microservice", service, "Ready=False/ConfigError");
        Kubelet.makeReady(namespace, service, 2);
        Conditions.await(namespace, "Microservice", service, "Ready=True/Ready");
    }
}
