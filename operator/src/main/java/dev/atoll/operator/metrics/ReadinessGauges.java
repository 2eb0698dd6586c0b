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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One gauge a custom resource, {@code atoll_resource_ready}: 1 while it is ready, 0 while it is not. Its labels are
 * kind, namespace and name and nothing that a user can make grow, such as a message; and beyond
 * {@code atoll.metrics.max-resources} no further gauges are added.
 */
@ApplicationScoped
public class ReadinessGauges {
    private static final String NAME = "atoll.resource.ready";

    private final MeterRegistry registry;
    private final int limit;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    ReadinessGauges(MeterRegistry registry, OperatorConfig config) {
        this.registry = registry;
        this.limit = config.metrics().maxResources();
    }

    /** Sets the gauge of a resource by its condition Ready. */
    public void record(HasMetadata resource, ConditionedStatus status) {
        var uid = resource.getMetadata().getUid();
        var entry = entries.get(uid);
        if (entry == null && entries.size() < limit) {
            entry = entries.computeIfAbsent(uid, ignored -> register(resource));
        }
        if (entry != null) {
            entry.ready().set(isReady(status) ? 1 : 0);
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
        var ready = new AtomicInteger();
        var gauge = Gauge.builder(NAME, ready, AtomicInteger::doubleValue)
                .description("1 while the resource's condition Ready is True, else 0")
                .tag("kind", resource.getKind())
                .tag("namespace", resource.getMetadata().getNamespace())
                .tag("name", resource.getMetadata().getName())
                .register(registry);
        return new Entry(ready, gauge);
    }

    private static boolean isReady(ConditionedStatus status) {
        return Conditions.find(status.conditions(), ConditionType.READY)
                .filter(condition -> "True".equals(condition.status()))
                .isPresent();
    }

    private record Entry(AtomicInteger ready, Gauge gauge) {}
}
