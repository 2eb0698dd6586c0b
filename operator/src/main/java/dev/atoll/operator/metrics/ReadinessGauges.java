// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.metrics;

import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One gauge a custom resource, {@code atoll_resource_ready}: 1 while it is ready, 0 while it is not; as many as
 * {@code atoll.metrics.max-resources}.
 */
@ApplicationScoped
public class ReadinessGauges {
    private final ResourceGauges gauges;

    ReadinessGauges(MeterRegistry registry, OperatorConfig config) {
        this.gauges = new ResourceGauges(
                registry,
                "atoll.resource.ready",
                "1 while the resource's condition Ready is True, else 0",
                config.metrics().maxResources());
    }

    /** Sets the gauge of a resource by its condition Ready. */
    public void record(HasMetadata resource, ConditionedStatus status) {
        gauges.set(
                resource,
                Conditions.find(status.conditions(), ConditionType.READY)
                        .filter(condition -> "True".equals(condition.status()))
                        .isPresent());
    }

    /** Removes the gauge of a resource that is gone. */
    public void forget(HasMetadata resource) {
        gauges.remove(resource);
    }
}
