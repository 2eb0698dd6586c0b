// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.metrics;

import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One gauge a database with a schedule of backups, {@code atoll_backup_healthy}: 0 while its condition BackupHealthy is False,
 * else 1, also before the first backup is due. An alert is to be raised for 0 alone. Beyond
 * {@code atoll.metrics.max-resources} no further gauges are added.
 */
@ApplicationScoped
public class BackupGauges {
    private static final String NAME = "atoll.backup.healthy";

    private final MeterRegistry registry;
    private final int limit;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    BackupGauges(MeterRegistry registry, OperatorConfig config) {
        this(registry, config.metrics().maxResources());
    }

    BackupGauges(MeterRegistry registry, int limit) {
        this.registry = registry;
        this.limit = limit;
    }

    /** Sets the gauge of a resource by its condition BackupHealthy, and removes it where there is no such condition any more. */
    public void record(HasMetadata resource, ConditionedStatus status) {
        var condition = Conditions.find(status.conditions(), ConditionType.BACKUP_HEALTHY);
        if (condition.isEmpty()) {
            forget(resource);
            return;
        }
        var uid = resource.getMetadata().getUid();
        var entry = entries.get(uid);
        if (entry == null && entries.size() < limit) {
            entry = entries.computeIfAbsent(uid, ignored -> register(resource));
        }
        if (entry != null) {
            entry.healthy().set("False".equals(condition.get().status()) ? 0 : 1);
        }
    }

    /** Removes the gauge of a resource that is gone. */
    public void forget(HasMetadata resource) {
        var entry = entries.remove(resource.getMetadata().getUid());
        if (entry != null) {
            registry.remove(entry.gauge());
        }
    }

    private Entry register(HasMetadata resource) {
        var healthy = new AtomicInteger();
        var gauge = Gauge.builder(NAME, healthy, AtomicInteger::doubleValue)
                .description("0 while the condition BackupHealthy of the ServiceDatabase is False, else 1")
                .tag("namespace", resource.getMetadata().getNamespace())
                .tag("name", resource.getMetadata().getName())
                .register(registry);
        return new Entry(healthy, gauge);
    }

    private record Entry(AtomicInteger healthy, Gauge gauge) {}
}
