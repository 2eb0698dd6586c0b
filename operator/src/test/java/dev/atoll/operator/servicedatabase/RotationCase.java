// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.engine.DatabaseEngines;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.KnownSecrets;
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

/** A database of the first of March whose credentials are exchanged, as far as the fields say. */
final class RotationCase {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    String now = "2026-03-02T04:00:00Z";
    String request = "";
    String inUse = "atoll.dev/x: x";
    String next = "";
    String volume = "volume";
    boolean jobsAreDone;
    int readyServers = 1;
    List<String> consumers = List.of();
    String credentials = "rotation: '0 4 * * *'";
    KnownSecrets secrets = KnownSecrets.UNKNOWN;

    static String secondUser() {
        return "atoll.dev/rotation: '2026-03-02T04:00:00Z', atoll.dev/username: orders_2, "
                + "atoll.dev/in-use-since: '2026-03-02T04:00:05Z'";
    }

    LoginStep step() {
        assertThat(rotation()).isInstanceOf(Rotation.AtWork.class);
        return ((Rotation.AtWork) rotation()).step();
    }

    Rotation rotation() {
        return Rotation.of(observed(), model());
    }

    RotationDesired desired() {
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
                  credentials: {%s}
                """.formatted(request.isEmpty() ? "" : "atoll.dev/rotate-credentials: " + request, credentials),
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
                        consumers.stream().map(RotationCase::pod).toList()),
                secrets,
                Optional.empty(),
                InitializationObserved.none(),
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
                type: servicebinding.io/postgresql
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
