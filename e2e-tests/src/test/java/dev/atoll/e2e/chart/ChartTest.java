// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.e2e.cluster.Checkout;
import dev.atoll.e2e.cluster.ControlPlane;
import dev.atoll.e2e.cluster.TestNamespace;
import dev.atoll.e2e.cluster.UseControlPlane;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UseControlPlane
class ChartTest {
    private static final String EVERYTHING =
            "namespaces={shop,bank},leaderElection.enabled=true,replicas=2,podDisruptionBudget.enabled=true";

    private final KubernetesClient client;
    private final TestNamespace namespace;

    ChartTest(ControlPlane controlPlane, TestNamespace namespace) {
        this.client = controlPlane.client();
        this.namespace = namespace;
    }

    @Test
    void helmFindsNothingToComplainAbout() {
        assertThat(Helm.lint())
                .satisfies(lint -> assertThat(lint.exitCode())
                        .as(lint.output() + lint.errors())
                        .isZero());
    }

    /** With other flags the image's cache of loaded classes would not be used, and nobody would notice. */
    @ParameterizedTest
    @ValueSource(strings = {"operator/src/main/image/train", "e2e-tests/demo/lib/lite-operator.sh"})
    void startsTheJvmAsTheImageWasMadeFor(String script) throws IOException {
        var options = render("replicas=1").stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .flatMap(deployment -> deployment.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> "JAVA_TOOL_OPTIONS".equals(variable.getName()))
                .map(EnvVar::getValue)
                .toList();
        var text = Files.readString(Checkout.root().resolve(script)).replaceAll("\\\\\\s+", "");
        assertThat(options).singleElement().satisfies(flags -> assertThat(text).contains(flags));
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicas=1", EVERYTHING})
    void theApiServerAcceptsEveryObject(String values) {
        assertThat(render(values))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(client.resource(inTestNamespace(object))
                                .dryRun()
                                .create())
                        .isNotNull());
    }

    @Test
    void theOperatorsPodMayRunWhereTheStrictestStandardHolds() {
        var template = only(Deployment.class, render("replicas=1")).getSpec().getTemplate();
        client.namespaces()
                .withName(namespace.name())
                .edit(existing -> existing.edit()
                        .editMetadata()
                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                        .endMetadata()
                        .build());
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace.name())
                        .withName(template.getSpec().getServiceAccountName())
                        .endMetadata()
                        .build())
                .serverSideApply();

        var pod = client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace.name())
                        .withName("operator")
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build())
                .dryRun()
                .create();

        assertThat(pod.getSpec().getContainers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicas=1", EVERYTHING})
    void grantsNothingWithAWildcardAndNoWayToMoreRights(String values) {
        var rules = rules(render(values)).toList();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
            assertThat(rule.getApiGroups()).doesNotContain("*", "rbac.authorization.k8s.io");
            assertThat(rule.getResources())
                    .doesNotContain("*", "pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers")
                    .doesNotContain("nodes/proxy", "serviceaccounts/token");
        });
    }

    @Test
    void neverDeletesWhatHoldsDataOrCredentials() {
        var deletable = rules(render("replicas=1"))
                .filter(rule -> rule.getVerbs().contains("delete"))
                .flatMap(rule -> rule.getResources().stream());

        assertThat(deletable)
                .contains("deployments")
                .doesNotContain("secrets", "persistentvolumeclaims", "statefulsets", "pods");
    }

    @Test
    void withListedNamespacesTheOperatorReadsOnlyClassesAndLabelsOfNamespacesElsewhere() {
        var objects = render("namespaces={shop,bank}");

        assertThat(byName(ClusterRole.class, objects, "atoll").getRules())
                .flatMap(PolicyRule::getResources)
                .containsExactlyInAnyOrder("ingressclasses", "gatewayclasses", "namespaces");
        assertThat(objects)
                .filteredOn(Role.class::isInstance)
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactlyInAnyOrder("shop", "bank");
    }

    @Test
    void tellsThePrometheusOperatorOfTheMetricsServiceOnlyWhenAsked() {
        assertThat(render("replicas=1")).extracting(HasMetadata::getKind).doesNotContain("ServiceMonitor");

        var objects = render("metrics.serviceMonitor.enabled=true,metrics.serviceMonitor.interval=15s,"
                + "metrics.serviceMonitor.labels.release=prometheus");

        var monitor = only(GenericKubernetesResource.class, objects);
        var service = only(Service.class, objects);
        assertThat(monitor.getKind()).isEqualTo("ServiceMonitor");
        assertThat(monitor.getMetadata().getLabels()).containsEntry("release", "prometheus");
        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.get("spec", "selector", "matchLabels"));
        assertThat(monitor.<List<String>>get("spec", "namespaceSelector", "matchNames"))
                .containsExactly(service.getMetadata().getNamespace());
        assertThat(monitor.<List<Map<String, Object>>>get("spec", "endpoints"))
                .containsExactly(Map.of(
                        "port",
                        service.getSpec().getPorts().getFirst().getName(),
                        "path",
                        "/q/metrics",
                        "interval",
                        "15s",
                        "honorLabels",
                        true));
    }

    @Test
    void raisesAlertsForWhatTheOperatorMeasuresOnlyWhenAsked() {
        assertThat(render("replicas=1")).extracting(HasMetadata::getKind).doesNotContain("PrometheusRule");

        var rule = only(
                GenericKubernetesResource.class,
                render("metrics.prometheusRule.enabled=true,metrics.prometheusRule.labels.release=prometheus"));

        assertThat(rule.getKind()).isEqualTo("PrometheusRule");
        assertThat(rule.getMetadata().getLabels()).containsEntry("release", "prometheus");
        List<Map<String, Object>> rules = rule.get("spec", "groups", 0, "rules");
        assertThat(rules)
                .extracting(alert -> alert.get("expr"))
                .containsExactly("atoll_backup_healthy == 0", "atoll_resource_ready == 0");
        // What Prometheus fills in must come through Helm unharmed.
        assertThat(rules)
                .extracting(alert -> String.valueOf(alert.get("annotations")))
                .allMatch(text -> text.contains("{{ $labels.namespace }}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "replicas=2, set leaderElection.enabled to true",
                "serviceAccount.create=false, serviceAccount.name must name an existing ServiceAccount",
                "operator.retryInterval=soon, at '/operator/retryInterval'",
                "namespaces={Shop}, at '/namespaces/0'",
                "image.tagg=1, 'tagg' not allowed",
            })
    void refusesValuesThatMakeNoSenseAndSaysWhy(String value, String message) {
        var refused = Helm.template(value);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains(message);
    }

    private List<HasMetadata> render(String values) {
        var rendered = Helm.template(values);
        assertThat(rendered.exitCode()).as(rendered.errors()).isZero();
        return client.load(new ByteArrayInputStream(rendered.output().getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    /** The namespaces that the chart names do not exist here. */
    private HasMetadata inTestNamespace(HasMetadata object) {
        if (object.getMetadata().getNamespace() != null) {
            object.getMetadata().setNamespace(namespace.name());
        }
        object.getMetadata().setName(object.getMetadata().getName() + "-dry-run");
        return object;
    }

    private static Stream<PolicyRule> rules(List<HasMetadata> objects) {
        return objects.stream().flatMap(object -> switch (object) {
            case ClusterRole role -> role.getRules().stream();
            case Role role -> role.getRules().stream();
            default -> Stream.<PolicyRule>empty();
        });
    }

    private static <T> T only(Class<T> kind, List<HasMetadata> objects) {
        var found = objects.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static <T extends HasMetadata> T byName(Class<T> kind, List<HasMetadata> objects, String name) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> name.equals(object.getMetadata().getName()))
                .findFirst()
                .orElseThrow();
    }
}
