// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.KnownSecrets;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A database of the first of March, of which only the backups are known. */
final class ObservedBackups {
    private ObservedBackups() {}

    /**
     * What is known of it.
     *
     * @param status what its status says of its backups, as YAML
     */
    static ServiceDatabaseObserved of(
            String now, String status, List<DatabaseBackup> backups, List<DatabaseRestore> restores) {
        var database = new KubernetesSerialization().unmarshal("""
                metadata: {name: orders-db, namespace: shop, uid: a, creationTimestamp: "2026-03-01T10:00:00Z"}
                spec: {service: orders, engine: PostgreSQL, version: "17", storage: {size: 10Gi}}
                status: {backup: {%s}}
                """.formatted(status), ServiceDatabase.class);
        return new ServiceDatabaseObserved(
                database,
                Optional.empty(),
                List.of(database),
                Optional.empty(),
                new DataClaims("data-orders-db-0", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                backups,
                restores,
                LoginObserved.none(),
                KnownSecrets.UNKNOWN,
                Optional.empty(),
                InitializationObserved.none(),
                Instant.parse(now));
    }
}
