// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.cli.Document;
import dev.atoll.operator.cli.Manifests;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that is to begin with scripts. */
class InitializationProgressTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String WANTED = "scripts: {configMapName: begin}";

    private String wanted = WANTED;
    private final List<String> objects = new ArrayList<>();

    @Test
    void noServerIsStartedWithoutTheScripts() {
        objects.add(configMap("something-else", "CREATE TABLE goods ()"));

        assertThat(progress())
                .isInstanceOfSatisfying(
                        InitializationProgress.Unresolved.class,
                        missing -> assertThat(missing.problem().reason()).isEqualTo(Reason.ConfigMapNotFound));
        assertThat(kinds()).contains("Service", "NetworkPolicy").doesNotContain("StatefulSet", "Job");
    }

    @Test
    void aServerThatIsThereStaysThoughTheScriptsGo() {
        objects.addAll(List.of(claim("Pending"), server(), configMap("something-else", "")));

        assertThat(progress()).isInstanceOf(InitializationProgress.Unresolved.class);
        assertThat(kinds()).contains("StatefulSet");
    }

    @Test
    void theServerIsStartedBeforeAnybodyCanReachIt() {
        objects.add(configMap("begin", "CREATE TABLE goods ()"));

        assertThat(progress()).isEqualTo(new InitializationProgress.Waiting());
        assertThat(kinds()).contains("StatefulSet").doesNotContain("Job");
        assertThat(selector()).contains("atoll.dev/nobody");
    }

    @Test
    void aJobThatGoesOnIsNotJoinedByAnotherThoughTheScriptsHaveChanged() {
        objects.addAll(List.of(claim("Pending"), server(), configMap("begin", "SELECT 2"), job("an-earlier-one", "")));

        assertThat(progress())
                .isInstanceOfSatisfying(
                        InitializationProgress.AtWork.class,
                        attempt -> assertThat(attempt.job()).isEqualTo("an-earlier-one"));
        assertThat(kinds()).doesNotContain("Job");
    }

    @Test
    void correctedScriptsAreAnotherAttempt() {
        objects.addAll(
                List.of(claim("Pending"), server(), configMap("begin", "SELECT 2"), job("an-earlier-one", "Failed")));

        assertThat(kinds()).contains("Job");
        assertThat(desired().expired())
                .extracting(job -> job.getMetadata().getName())
                .containsExactly("an-earlier-one");
    }

    @Test
    void theServerIsOpenedOnlyOnceItIsWrittenDownThatItIsDone() {
        objects.addAll(
                List.of(claim("Pending"), server(), configMap("begin", "SELECT 2"), job("an-earlier-one", "Complete")));

        assertThat(progress()).isEqualTo(new InitializationProgress.Done("2026-01-01T00:00:00Z", "an-earlier-one"));
        assertThat(selector()).contains("atoll.dev/nobody");
        assertThat(desired().expired()).isEmpty();
        assertThat(desired().amendments())
                .anySatisfy(
                        amendment -> assertThat(amendment.object().getMetadata().getAnnotations())
                                .containsEntry("atoll.dev/initialization", "2026-01-01T00:00:00Z"));

        objects.set(0, claim("2026-01-01T00:00:00Z"));
        assertThat(progress()).isEqualTo(new InitializationProgress.Over());
        assertThat(selector()).doesNotContain("atoll.dev/nobody");
        assertThat(desired().expired()).hasSize(1);
    }

    @Test
    void whatWasDoneForAnotherVolumeDoesNotCount() {
        objects.addAll(List.of(
                claim("Pending").replace("uid: volume", "uid: new"),
                server(),
                configMap("begin", "SELECT 2"),
                job("of-the-former", "Complete")));

        assertThat(kinds()).contains("Job");
    }

    @Test
    void dataThatIsOlderThanTheWishIsLeftAlone() {
        objects.addAll(List.of(claim(""), server()));

        assertThat(progress()).isEqualTo(new InitializationProgress.Over());
        assertThat(selector()).doesNotContain("atoll.dev/nobody");
    }

    @Test
    void whatHasBegunHalfIsDoneAwayWithWhenNothingIsWantedAnyMore() {
        wanted = "";
        objects.addAll(List.of(claim("Pending"), server(), job("an-earlier-one", "Failed")));

        assertThat(kinds()).contains("Job");
        assertThat(selector()).contains("atoll.dev/nobody");
    }

    private InitializationProgress progress() {
        return InitializationProgress.of(observed(), model());
    }

    private ServiceDatabaseModel model() {
        return ServiceDatabaseChecks.check(observed(), Given.tool())
                        instanceof Validated.Valid<DatabaseModel>(ServiceDatabaseModel model, var unresolved)
                ? model
                : fail("is valid");
    }

    private Desired desired() {
        var observed = observed();
        return ServiceDatabaseDesired.of(observed, ServiceDatabaseChecks.check(observed, Given.tool()), () -> "");
    }

    private List<String> kinds() {
        return desired().objects().stream().map(HasMetadata::getKind).toList();
    }

    private String selector() {
        return desired().objects().stream()
                .filter(object -> object.getMetadata().getName().equals("orders-db"))
                .filter(object -> object.getKind().equals("Service"))
                .map(YAML::asYaml)
                .findFirst()
                .orElseThrow();
    }

    private ServiceDatabaseObserved observed() {
        var database = YAML.unmarshal(
                """
                apiVersion: atoll.dev/v1alpha1
                kind: ServiceDatabase
                metadata: {name: orders-db, namespace: shop, uid: of-orders-db, creationTimestamp: "2026-01-01T00:00:00Z"}
                spec: {service: orders, engine: PostgreSQL, version: "17", storage: {size: 1Gi}%s}
                """.formatted(wanted.isEmpty() ? "" : ", initialization: {%s}".formatted(wanted)),
                ServiceDatabase.class);
        List<Document> documents = objects.stream()
                .map(text -> new Document(YAML.unmarshal(text, ObjectNode.class), "given"))
                .toList();
        return ServiceDatabaseObserved.read(database, new Manifests(List.of(database), documents), NOW);
    }

    private static String claim(String initialization) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data-orders-db-0
                  namespace: shop
                  uid: volume
                  labels: {app.kubernetes.io/managed-by: atoll}
                  annotations: {atoll.dev/belongs-to: ServiceDatabase/orders-db, atoll.dev/administrator: postgres%s}
                spec: {resources: {requests: {storage: 1Gi}}}
                status: {phase: Bound}
                """.formatted(initialization.isEmpty() ? "" : ", atoll.dev/initialization: \"" + initialization + "\"");
    }

    private static String server() {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: orders-db
                  namespace: shop
                  generation: 1
                  labels: {app.kubernetes.io/managed-by: atoll}
                  ownerReferences: [{apiVersion: atoll.dev/v1alpha1, kind: ServiceDatabase, name: orders-db, uid: of-orders-db, controller: true}]
                spec: {replicas: 1, template: {spec: {containers: [], volumes: [{name: data, persistentVolumeClaim: {claimName: data-orders-db-0}}]}}}
                status: {observedGeneration: 1, replicas: 1, readyReplicas: 1, availableReplicas: 1, updatedReplicas: 1}
                """;
    }

    private static String configMap(String name, String script) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: shop}
                data: {begin.sql: "%s"}
                """.formatted(name, script);
    }

    private static String job(String name, String condition) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: %s
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: atoll}
                  annotations: {atoll.dev/initializes: volume}
                  ownerReferences: [{apiVersion: atoll.dev/v1alpha1, kind: ServiceDatabase, name: orders-db, uid: of-orders-db, controller: true}]
                status: {conditions: [%s]}
                """.formatted(
                        name,
                        condition.isEmpty()
                                ? ""
                                : "{type: %s, status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z'}"
                                        .formatted(condition));
    }
}
