// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.operator.UseOperator;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A ScalingPolicy and the service that it scales, with Kubernetes' own autoscaling controller. There are no metrics, but
 * the controller keeps to the minimum and the maximum without any.
 */
@UseOperator
class ScalingTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TestNamespace namespace;

    ScalingTest(TestNamespace namespace) {
        this.namespace = namespace;
    }

    @Test
    void handsTheNumberOverAndBackWithoutChangingIt() {
        try (var history = ReplicaHistory.of(namespace, "orders")) {
            applyService("orders", "replicas: 3");
            history.awaitNumber(3);
            assertThat(history.owners()).containsExactly("atoll Apply");

            applyPolicy("orders", "service: orders, minReplicas: 2, maxReplicas: 10");
            awaitAutoscaler("orders", "orders");
            assertThat(history.note()).isEqualTo("autoscaled");
            assertThat(history.owners()).containsExactly("atoll-replicas Apply");

            applyPolicy("orders", "service: orders, minReplicas: 7, maxReplicas: 10");
            history.awaitNumber(7);
            assertThat(history.owners()).containsExactly("kube-controller-manager Update");

            Manifests.delete(namespace, "ScalingPolicy", "orders");
            history.awaitNote("held:7:3");
            assertThat(history.owners()).contains("atoll Apply");
            Awaitility.await()
                    .atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(
                                    Conditions.message(Manifests.read(namespace, "Microservice", "orders"), "Ready"))
                            .contains("left 7 pods", "spec.replicas is 3"));

            applyService("orders", "replicas: 4");
            history.awaitNumber(4);
            assertThat(history.note()).isEmpty();
            assertThat(history.owners()).containsExactly("atoll Apply");

            assertThat(history.numbers()).containsExactly(3, 7, 4);
        }
    }

    @Test
    void changesNothingHoweverOftenAPolicyComesAndGoes() {
        try (var history = ReplicaHistory.of(namespace, "restless")) {
            applyService("restless", "replicas: 3");
            history.awaitNumber(3);
            for (int i = 0; i < 5; i++) {
                applyPolicy("restless", "service: restless, maxReplicas: 10");
                awaitAutoscaler("restless", "restless");
                Manifests.delete(namespace, "ScalingPolicy", "restless");
                history.awaitNote("");
            }
            assertThat(history.numbers()).containsExactly(3);
        }
    }

    @Test
    void leavesTheNumberToNobodyWhenTheSpecNoLongerHasOne() {
        try (var history = ReplicaHistory.of(namespace, "free")) {
            applyService("free", "replicas: 3");
            history.awaitNumber(3);
            applyService("free", "isolation: None");
            Awaitility.await()
                    .atMost(LONG_ENOUGH)
                    .until(() -> history.owners().equals(List.of("atoll-replicas Apply")));
            assertThat(history.numbers()).containsExactly(3);
        }
    }

    @Test
    void makesNoAutoscalerForAPausedServiceUntilItGoesOn() {
        try (var history = ReplicaHistory.of(namespace, "resting")) {
            applyService("resting", "replicas: 3");
            history.awaitNumber(3);
            applyService("resting", "replicas: 3, paused: true");
            Conditions.await(namespace, "Microservice", "resting", "Accepted=True/Paused");
            applyPolicy("resting", "service: resting, minReplicas: 5, maxReplicas: 10");
            var message = Conditions.await(namespace, "ScalingPolicy", "resting", "Programmed=False/Waiting");
            assertThat(message).contains("Microservice resting is paused");
            assertThat(history.owners()).containsExactly("atoll Apply");

            applyService("resting", "replicas: 3");
            history.awaitNumber(5);
            Conditions.await(namespace, "ScalingPolicy", "resting", "Programmed=True/Programmed");
            assertThat(history.numbers()).containsExactly(3, 5);
        }
    }

    @Test
    void keepsTheAutoscalerOfAPausedPolicyAndItsNumber() {
        try (var history = ReplicaHistory.of(namespace, "held")) {
            applyService("held", "replicas: 3");
            applyPolicy("held", "service: held, minReplicas: 5, maxReplicas: 10");
            history.awaitNumber(5);
            applyPolicy("held", "service: held, minReplicas: 8, maxReplicas: 10, paused: true");
            Conditions.await(namespace, "ScalingPolicy", "held", "Accepted=True/Paused");
            assertThat(autoscaler("held").orElseThrow().getSpec().getMinReplicas())
                    .isEqualTo(5);

            namespace.client().resource(autoscaler("held").orElseThrow()).delete();
            history.awaitNote("held:5:3");
            Conditions.await(namespace, "ScalingPolicy", "held", "Ready=False/Paused");
            assertThat(history.numbers()).last().isEqualTo(5);
        }
    }

    @Test
    void letsTheOlderPolicyDecideAndTheYoungerTakeOver() {
        applyService("shared", "replicas: 2");
        applyPolicy("older", "service: shared, maxReplicas: 10");
        awaitAutoscaler("older", "shared");
        applyPolicy("younger", "service: shared, maxReplicas: 4");
        var message = Conditions.await(namespace, "ScalingPolicy", "younger", "Accepted=False/Conflict");
        assertThat(message).contains("ScalingPolicy older");

        Manifests.delete(namespace, "ScalingPolicy", "older");
        awaitAutoscaler("younger", "shared");
        Conditions.await(namespace, "ScalingPolicy", "younger", "Programmed=True/Programmed");
    }

    @Test
    void healsWhenTheServiceComes() {
        applyPolicy("early", "service: late, minReplicas: 2, maxReplicas: 10");
        var message = Conditions.await(namespace, "ScalingPolicy", "early", "ResolvedRefs=False/ServiceNotFound");
        assertThat(message).contains("Microservice late does not exist");
        applyService("late", "replicas: 3");
        awaitAutoscaler("early", "late");
        Conditions.await(namespace, "ScalingPolicy", "early", "ResolvedRefs=True/ResolvedRefs");

        Manifests.delete(namespace, "Microservice", "late");
        Conditions.await(namespace, "ScalingPolicy", "early", "Programmed=False/ServiceNotFound");
        Awaitility.await().atMost(LONG_ENOUGH).until(() -> autoscaler("early").isEmpty());
    }

    @Test
    void followsThePolicyToAnotherService() {
        applyService("from", "replicas: 3");
        applyService("to", "replicas: 2");
        applyPolicy("moving", "service: from, maxReplicas: 10");
        awaitAutoscaler("moving", "from");
        applyPolicy("moving", "service: to, maxReplicas: 10");
        awaitAutoscaler("moving", "to");
        try (var left = ReplicaHistory.of(namespace, "from");
                var joined = ReplicaHistory.of(namespace, "to")) {
            left.awaitNumber(3);
            left.awaitNote("");
            joined.awaitNumber(2);
            joined.awaitNote("autoscaled");
        }
    }

    @Test
    void neverScalesADeploymentOfSomebodyElse() {
        var foreign = Manifests.apply(namespace, """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: foreign, annotations: {atoll.dev/replicas: autoscaled}}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: foreign}}
                  template:
                    metadata: {labels: {app: foreign}}
                    spec: {containers: [{name: foreign, image: registry.example.com/foreign:1}]}
                """);
        assertThat(foreign).hasSize(1);
        applyService("foreign", "isolation: None");
        applyPolicy("foreign", "service: foreign, minReplicas: 5, maxReplicas: 10");
        Conditions.await(namespace, "ScalingPolicy", "foreign", "Programmed=False/Waiting");
        assertThat(autoscaler("foreign")).isEmpty();
    }

    @Test
    void saysThatScalingToZeroTurnsAutoscalingOff() {
        applyService("off", "isolation: None");
        applyPolicy("off", "service: off, maxReplicas: 10");
        awaitAutoscaler("off", "off");
        namespace
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName("off")
                .scale(0);
        Conditions.await(namespace, "ScalingPolicy", "off", "Ready=False/ScalingDisabled");
    }

    @Test
    void saysWhatTheApiServerRefuses() {
        applyService("refused", "isolation: None");
        applyPolicy("refused", "service: refused, maxReplicas: 10, metrics: [{pods: {metric: a/b, averageValue: 5}}]");
        var message = Conditions.await(namespace, "ScalingPolicy", "refused", "Programmed=False/Rejected");
        assertThat(message).contains("spec.metrics[0].pods.metric.name");
    }

    private void applyService(String name, String spec) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s}
                spec: {image: "registry.example.com/shop/orders:1.4.2", ports: [{name: http, port: 8080}], %s}
                """.formatted(name, spec));
    }

    private void applyPolicy(String name, String spec) {
        Manifests.apply(namespace, """
                apiVersion: atoll.dev/v1alpha1
                kind: ScalingPolicy
                metadata: {name: %s}
                spec: {%s}
                """.formatted(name, spec));
    }

    private void awaitAutoscaler(String name, String target) {
        Awaitility.await("HorizontalPodAutoscaler %s of %s".formatted(name, target))
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> autoscaler(name)
                        .filter(found -> target.equals(
                                found.getSpec().getScaleTargetRef().getName()))
                        .isPresent());
    }

    private Optional<HorizontalPodAutoscaler> autoscaler(String name) {
        return Optional.ofNullable(namespace
                .client()
                .resources(HorizontalPodAutoscaler.class)
                .inNamespace(namespace.name())
                .withName(name)
                .get());
    }
}
