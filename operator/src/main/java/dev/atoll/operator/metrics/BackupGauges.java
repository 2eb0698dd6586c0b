// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.metrics;

import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * One gauge a database with a schedule of backups, {@code atoll_backup_healthy}: 0 while its condition BackupHealthy is False,
 * else 1, also before the first backup is due. An alert is to be raised for 0 alone. As many as
 * {@code atoll.metrics.max-resources}.
 */
@ApplicationScoped
public class BackupGauges {
    private final ResourceGauges gauges;

    @Inject
    BackupGauges(MeterRegistry registry, OperatorConfig config) {
        this(registry, config.metrics().maxResources());
    }

    BackupGauges(MeterRegistry registry, int limit) {
        this.gauges = new ResourceGauges(
                registry,
                "atoll.backup.healthy",
                "0 while the condition BackupHealthy of the ServiceDatabase is False, else 1",
                limit);
    }

    /** Sets the gauge of a resource by its condition BackupHealthy, and removes it where there is no such condition any more. */
    public void record(HasMetadata resource, ConditionedStatus status) {
        Conditions.find(status.conditions(), ConditionType.BACKUP_HEALTHY)
                .ifPresentOrElse(
                        condition -> gauges.set(resource, !"False".equals(condition.status())),
                        () -> gauges.remove(resource));
    }

    /** Removes the gauge of a resource that is gone. */
    public void forget(HasMetadata resource) {
        gauges.remove(resource);
    }
}
