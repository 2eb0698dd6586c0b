// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.cli.Document;
import dev.atoll.operator.cli.Manifests;
import dev.atoll.operator.config.StandaloneConfig;
import dev.atoll.operator.line.Validated;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version 2 of a service without databases is wanted, unless a test says otherwise. */
class MigrationProgressTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private String image = "orders:2";
    private String args = "migrate";
    private final List<String> objects = new ArrayList<>();

    @Test
    void nothingIsStartedBeforeTheFirstMigration() {
        assertThat(progress()).isInstanceOf(MigrationProgress.AtWork.class);
        assertThat(kinds()).contains("Job", "Service").doesNotContain("Deployment");
    }

    @Test
    void theFormerVersionIsLeftAsItIsUntilTheMigrationHasRun() {
        objects.add(deployment("orders:1", ""));

        assertThat(kinds()).contains("Job").doesNotContain("Deployment", "Service", "PodDisruptionBudget");
    }

    @Test
    void nothingIsPrunedMeanwhile() {
        objects.add(deployment("orders:1", ""));

        assertThat(MicroserviceDesired.of(observed(), validated()).prunable()).isEmpty();
    }

    @Test
    void theDeploymentTellsWhatHasRunInTheWriteThatRollsItOut() {
        objects.add(deployment("orders:1", "0123456789abcdef"));
        objects.add(job(revision(), "Complete"));

        assertThat(progress()).isEqualTo(new MigrationProgress.Open(List.of(revision(), "0123456789abcdef")));
        assertThat(MicroserviceDesired.of(observed(), validated()).objects())
                .filteredOn(object -> object.getKind().equals("Deployment"))
                .singleElement()
                .satisfies(deployment -> assertThat(deployment.getMetadata().getAnnotations())
                        .containsEntry("atoll.dev/migrated", revision() + ",0123456789abcdef"));
    }

    @Test
    void theJobOfTheImageThatRunsIsKept() {
        objects.add(deployment("orders:2", revision()));
        objects.add(job(revision(), "Complete"));

        assertThat(expired()).isEmpty();
    }

    @Test
    void aJobIsRemovedOnceAnotherImageRuns() {
        objects.add(deployment("orders:2", "0123456789abcdef"));
        objects.add(job("0123456789abcdef", "Complete"));

        assertThat(expired()).containsExactly("orders-migrate-01234567");
    }

    @Test
    void aJobThatHasRunForAnotherImageIsKeptUntilTheDeploymentTellsOfIt() {
        objects.add(deployment("orders:1", ""));
        objects.add(job("0123456789abcdef", "Complete"));

        assertThat(progress()).isInstanceOf(MigrationProgress.AtWork.class);
        assertThat(expired()).isEmpty();
    }

    @Test
    void noMigrationIsBegunBesideAnother() {
        objects.add(deployment("orders:1", ""));
        objects.add(job("0123456789abcdef", ""));

        assertThat(progress())
                .isInstanceOfSatisfying(
                        MigrationProgress.AtWork.class,
                        attempt -> assertThat(attempt.revision()).isEqualTo("0123456789abcdef"));
        assertThat(kinds()).doesNotContain("Job");
        assertThat(expired()).isEmpty();
    }

    @Test
    void aCorrectedMigrationIsAnotherOne() {
        objects.add(deployment("orders:1", ""));
        objects.add(job(revision(), "Failed"));
        assertThat(kinds()).doesNotContain("Job");

        args = "migrate --corrected";
        assertThat(kinds()).contains("Job");
        assertThat(expired()).hasSize(1);
    }

    @Test
    void noOtherChangeRunsOne() {
        objects.add(deployment("orders:2", ""));
        args = "migrate --differently";

        assertThat(progress()).isEqualTo(new MigrationProgress.Open(List.of()));
        assertThat(kinds()).contains("Deployment").doesNotContain("Job");
    }

    @Test
    void thoseThatRanLastAreRemembered() {
        var many = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            many.add("00000000000000%02d".formatted(i));
        }
        objects.add(deployment("orders:2", String.join(",", many)));

        assertThat(progress()).isEqualTo(new MigrationProgress.Open(many.subList(0, 20)));
    }

    private String revision() {
        return model().migration().orElseThrow().revision(image);
    }

    private MigrationProgress progress() {
        return MigrationProgress.of(observed(), model());
    }

    private List<String> kinds() {
        return MicroserviceDesired.of(observed(), validated()).objects().stream()
                .map(HasMetadata::getKind)
                .toList();
    }

    private List<String> expired() {
        return MicroserviceDesired.of(observed(), validated()).expired().stream()
                .map(object -> object.getMetadata().getName())
                .toList();
    }

    private MicroserviceModel model() {
        return validated() instanceof Validated.Valid<MicroserviceModel>(var model, var unresolved)
                ? model
                : fail("is valid");
    }

    private Validated<MicroserviceModel> validated() {
        return MicroserviceChecks.check(observed());
    }

    private MicroserviceObserved observed() {
        var service = YAML.unmarshal("""
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: orders, namespace: shop, uid: of-orders}
                spec: {image: "%s", ports: [{name: http, port: 8080}], migration: {args: ["%s"]}}
                """.formatted(image, args), Microservice.class);
        var documents = objects.stream()
                .map(text -> new Document(YAML.unmarshal(text, ObjectNode.class), "given"))
                .toList();
        return MicroserviceObserved.read(
                service,
                new Manifests(List.of(service), documents),
                StandaloneConfig.ofDefaults().networkAccess(),
                NOW);
    }

    private static String deployment(String image, String migrated) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: orders
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: atoll}
                  annotations: {%s}
                spec: {replicas: 1, template: {spec: {containers: [{name: orders, image: "%s"}]}}}
                """.formatted(migrated.isEmpty() ? "" : "atoll.dev/migrated: \"" + migrated + "\"", image);
    }

    private static String job(String revision, String condition) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: orders-migrate-%s
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: atoll}
                  annotations: {atoll.dev/migrated: "%s"}
                  ownerReferences: [{apiVersion: atoll.dev/v1alpha1, kind: Microservice, name: orders, uid: of-orders, controller: true}]
                status: {conditions: [%s]}
                """.formatted(
                        revision.substring(0, 8),
                        revision,
                        condition.isEmpty()
                                ? ""
                                : "{type: %s, status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z'}"
                                        .formatted(condition));
    }
}
