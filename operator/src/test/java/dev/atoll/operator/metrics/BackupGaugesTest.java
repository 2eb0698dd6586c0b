// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class BackupGaugesTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BackupGauges gauges = new BackupGauges(registry, 1);

    @Test
    void isZeroOnlyWhileTheBackupsNeedCare() {
        record("True");
        assertThat(value()).isEqualTo(1);
        record("False");
        assertThat(value()).isZero();
        record("Unknown");
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void goesWithTheConditionAndWithTheResource() {
        var database = record("False");
        gauges.record(database, database("[]").getStatus());
        assertThat(registry.getMeters()).isEmpty();

        record("False");
        gauges.forget(database);
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void thereAreNoMoreThanAsked() {
        record("True");
        var another = database("[{type: BackupHealthy, status: 'True'}]");
        another.getMetadata().setUid("b");

        gauges.record(another, another.getStatus());

        assertThat(registry.getMeters()).hasSize(1);
    }

    private ServiceDatabase record(String status) {
        var database = database("[{type: BackupHealthy, status: '%s'}]".formatted(status));
        gauges.record(database, database.getStatus());
        return database;
    }

    private double value() {
        return registry.get("atoll.backup.healthy").tags("namespace", "shop", "name", "orders-db").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static ServiceDatabase database(String conditions) {
        return YAML.unmarshal("""
                kind: ServiceDatabase
                metadata: {name: orders-db, namespace: shop, uid: a}
                status: {conditions: %s}
                """.formatted(conditions), ServiceDatabase.class);
    }
}
