// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Collectors;

/** What there is of a database that is deleted at twelve on the second of March, with the UID a. */
final class LastBackups {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private LastBackups() {}

    /** The backup of an attempt, of the data of a claim; more fields of its status as inline YAML. */
    static DatabaseBackup backup(int number, String claim, String condition, String more) {
        return YAML.unmarshal("""
                kind: DatabaseBackup
                metadata:
                  name: orders-db-last-a-%1$d
                  uid: backup-%1$d
                  annotations: {atoll.dev/made-for: a, atoll.dev/last-backup: "%1$d", atoll.dev/data-of: %2$s, atoll.dev/generation: "2"}
                spec: {database: orders-db}
                status: {%3$s %4$s}
                """.formatted(number, claim, more, said(condition)), DatabaseBackup.class);
    }

    /** The trial of the first attempt. */
    static DatabaseRestore trial(String condition, String location) {
        return YAML.unmarshal("""
                kind: DatabaseRestore
                metadata:
                  name: orders-db-drill-backup-1
                  annotations: {atoll.dev/last-backup: "1", atoll.dev/generation: "2"}
                  ownerReferences: [{apiVersion: atoll.dev/v1alpha1, kind: ServiceDatabase, name: orders-db, uid: a, controller: true}]
                spec: {database: orders-db, mode: Drill, backup: orders-db-last-a-1}
                status: {location: "%s", %s}
                """.formatted(location, said(condition)), DatabaseRestore.class);
    }

    /** One that is over was so at five past twelve. */
    private static String said(String condition) {
        var ready = "Ready".equals(condition) ? "True" : "False";
        var end = "Accepted".equals(condition) ? "" : "completionTime: '2026-03-02T12:05:00Z', ";
        return end
                + List.of("Ready=" + ready, condition + "=True").stream()
                        .distinct()
                        .map(text -> text.split("="))
                        .map(pair ->
                                "{type: %s, status: '%s', reason: Any, message: as it was}".formatted(pair[0], pair[1]))
                        .collect(Collectors.joining(", ", "conditions: [", "]"));
    }

    /** With its server, or without. */
    static StatefulSet statefulSet(int readyServers) {
        return YAML.unmarshal("""
                metadata: {name: orders-db, generation: 1}
                spec: {replicas: 1, template: {spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data-orders-db-0}}]}}}
                status: {observedGeneration: 1, replicas: 1, readyReplicas: %1$d, availableReplicas: %1$d, updatedReplicas: 1}
                """.formatted(readyServers), StatefulSet.class);
    }

    /** With the data, of a UID. */
    static PersistentVolumeClaim claim(String uid) {
        return YAML.unmarshal("""
                metadata:
                  name: data-orders-db-0
                  uid: %s
                  annotations: {atoll.dev/belongs-to: ServiceDatabase/orders-db, atoll.dev/administrator: postgres}
                spec: {resources: {requests: {storage: 10Gi}}}
                """.formatted(uid), PersistentVolumeClaim.class);
    }
}
