// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.meta.DataClaims;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Credentials are exchanged at four o'clock, and overlap for ten minutes; the database is of the first of March. */
class RotationTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String FIRST = "atoll.dev/x: x";
    private static final String OVER =
            secondUser() + ", atoll.dev/rotated: '2026-03-02T04:00:00Z', atoll.dev/admitted-on: volume";

    private String now = "2026-03-02T04:00:00Z";
    private String request = "";
    private String inUse = FIRST;
    private String next = "";
    private String volume = "volume";
    private boolean jobsAreDone;
    private int readyServers = 1;
    private List<String> consumers = List.of();

    @Test
    void nothingIsDueBeforeTheFirstTime() {
        now = "2026-03-02T03:59:59Z";

        assertThat(rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void theOtherUserGetsNewCredentialsWhenOneIsDue() {
        assertThat(rotation()).isEqualTo(new Rotation.Making("2026-03-02T04:00:00Z", "orders_2"));
    }

    @Test
    void nothingBeginsWhileTheServerDoesNotWork() {
        readyServers = 0;

        assertThat(rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void theUserIsLetInBeforeItsCredentialsAreGivenOut() {
        next = secondUser();

        assertThat(step().kind()).isEqualTo(LoginStep.Kind.LET_IN);
        assertThat(step().secret().getMetadata().getName()).isEqualTo("orders-db-next");
        assertThat(step().shut()).isEmpty();

        jobsAreDone = true;
        assertThat(rotation())
                .isInstanceOfSatisfying(
                        Rotation.GivingOut.class,
                        giving -> assertThat(giving.username()).isEqualTo("orders_2"));
    }

    @Test
    void theFormerUserIsShutOutWhenTheOverlapIsOverAndAllPodsHaveTheNewCredentials() {
        next = secondUser();
        inUse = secondUser() + ", atoll.dev/admitted-on: volume";
        consumers = List.of("2026-03-02T04:00:00Z", "");
        now = "2026-03-02T04:10:04Z";
        var until = Instant.parse("2026-03-02T04:10:05Z");
        assertThat(rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, false));

        now = "2026-03-02T04:10:05Z";
        assertThat(rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, false));

        consumers = List.of("2026-03-02T04:00:00Z", "2026-03-02T04:00:00Z");
        assertThat(step().kind()).isEqualTo(LoginStep.Kind.SHUT_OUT);
        assertThat(step().shut()).contains("orders");

        now = "2026-03-02T04:10:04Z";
        assertThat(rotation()).isEqualTo(new Rotation.Overlapping("orders_2", "orders", until, true));
    }

    @Test
    void theUsersTakeTurns() {
        next = secondUser();
        inUse = OVER;
        now = "2026-03-03T03:59:59Z";
        assertThat(rotation()).isEqualTo(new Rotation.Idle());

        now = "2026-03-03T04:00:00Z";
        assertThat(rotation()).isEqualTo(new Rotation.Making("2026-03-03T04:00:00Z", "orders"));
    }

    @Test
    void aRequestIsServedOnce() {
        now = "2026-03-02T05:00:00Z";
        inUse = OVER;
        next = secondUser();
        request = "leaked";
        assertThat(rotation()).isEqualTo(new Rotation.Making("2026-03-02T05:00:00Z", "orders"));

        next = secondUser() + ", atoll.dev/rotate-credentials: leaked";
        assertThat(rotation()).isEqualTo(new Rotation.Idle());
    }

    @Test
    void aUserIsLetIntoTheDataOfAnotherVolume() {
        next = secondUser();
        inUse = OVER;
        now = "2026-03-02T05:00:00Z";
        volume = "restored";

        assertThat(step().kind()).isEqualTo(LoginStep.Kind.LET_IN_AGAIN);
        assertThat(step().secret().getMetadata().getName()).isEqualTo("orders-db-binding");
        assertThat(step().shut()).contains("orders");
        assertThat(desired().annotations()).containsEntry("atoll.dev/admitted-on", "volume");

        jobsAreDone = true;
        assertThat(desired().annotations())
                .containsEntry("atoll.dev/admitted-on", "restored")
                .containsEntry("atoll.dev/rotated", "2026-03-02T04:00:00Z");
    }

    @Test
    void whatIsDoneIsWrittenDown() {
        next = secondUser();
        inUse = secondUser() + ", atoll.dev/admitted-on: volume";
        now = "2026-03-02T05:00:00Z";
        jobsAreDone = true;

        assertThat(desired().annotations())
                .containsEntry("atoll.dev/admitted-on", "volume")
                .containsEntry("atoll.dev/rotated", "2026-03-02T04:00:00Z");
    }

    @Test
    void noPasswordIsMadeUpForASecretThatHasOne() {
        next = secondUser();

        assertThat(desired().replacements(() -> "a-new-one")).isEmpty();
        assertThat(desired().job()).hasSize(1);
    }

    private static String secondUser() {
        return "atoll.dev/rotation: '2026-03-02T04:00:00Z', atoll.dev/username: orders_2, "
                + "atoll.dev/in-use-since: '2026-03-02T04:00:05Z'";
    }

    private LoginStep step() {
        assertThat(rotation()).isInstanceOf(Rotation.AtWork.class);
        return ((Rotation.AtWork) rotation()).step();
    }

    private Rotation rotation() {
        return Rotation.of(observed(), model());
    }

    private RotationDesired desired() {
        return new RotationDesired(observed(), model(), rotation());
    }

    private ServiceDatabaseModel model() {
        var observed = observed();
        var engine =
                DatabaseEngines.find(observed.resource().getSpec().engine()).orElseThrow();
        return ServiceDatabaseModel.from(observed, engine, Given.tool());
    }

    private ServiceDatabaseObserved observed() {
        var database = YAML.unmarshal(
                """
                kind: ServiceDatabase
                metadata: {name: orders-db, namespace: shop, uid: a, creationTimestamp: "2026-03-01T10:00:00Z", annotations: {%s}}
                spec:
                  service: orders
                  engine: PostgreSQL
                  version: "17"
                  storage: {size: 10Gi}
                  credentials: {rotation: "0 4 * * *"}
                """.formatted(request.isEmpty() ? "" : "atoll.dev/rotate-credentials: " + request),
                ServiceDatabase.class);
        return new ServiceDatabaseObserved(
                database,
                Optional.empty(),
                List.of(database),
                Optional.of(statefulSet()),
                new DataClaims("data-orders-db-0", Optional.of(claim())),
                Optional.of(secret("orders-db-binding", inUse)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new LoginObserved(
                        next.isEmpty() ? Optional.empty() : Optional.of(secret("orders-db-next", next)),
                        name -> jobsAreDone ? Optional.of(done(name)) : Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.of(deployment()),
                        consumers.stream().map(RotationTest::pod).toList()),
                Instant.parse(now));
    }

    private StatefulSet statefulSet() {
        return YAML.unmarshal("""
                metadata: {name: orders-db, generation: 1}
                spec: {replicas: 1, template: {spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data-orders-db-0}}]}}}
                status: {observedGeneration: 1, replicas: 1, readyReplicas: %1$d, availableReplicas: %1$d, updatedReplicas: 1}
                """.formatted(readyServers), StatefulSet.class);
    }

    private PersistentVolumeClaim claim() {
        return YAML.unmarshal("""
                metadata:
                  name: data-orders-db-0
                  uid: %s
                  annotations: {atoll.dev/belongs-to: ServiceDatabase/orders-db, atoll.dev/administrator: postgres}
                spec: {resources: {requests: {storage: 10Gi}}}
                """.formatted(volume), PersistentVolumeClaim.class);
    }

    private static Secret secret(String name, String annotations) {
        return YAML.unmarshal("""
                metadata: {name: %1$s, namespace: shop, uid: of-%1$s, annotations: {%2$s}}
                """.formatted(name, annotations), Secret.class);
    }

    private static Deployment deployment() {
        return YAML.unmarshal("""
                metadata: {name: orders}
                spec: {template: {metadata: {annotations: {credentials.atoll.dev/orders-db: "2026-03-02T04:00:00Z"}}}}
                """, Deployment.class);
    }

    private static Pod pod(String rotation) {
        return YAML.unmarshal("""
                metadata: {name: orders-1, annotations: {credentials.atoll.dev/orders-db: "%s"}}
                """.formatted(rotation), Pod.class);
    }

    private static Job done(String name) {
        return YAML.unmarshal("""
                metadata: {name: %s}
                status: {conditions: [{type: Complete, status: "True", lastTransitionTime: "2026-03-02T04:00:04Z"}]}
                """.formatted(name), Job.class);
    }
}
