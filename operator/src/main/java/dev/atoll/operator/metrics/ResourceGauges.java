// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.metrics;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gauges of one name, one a custom resource. Their labels are kind, namespace and name and nothing that a user can make grow,
 * such as a message; and beyond a limit no further ones are added.
 */
final class ResourceGauges {
    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final int limit;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    ResourceGauges(MeterRegistry registry, String name, String description, int limit) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.limit = limit;
    }

    /** Sets the gauge of a resource to 1 or 0. */
    void set(HasMetadata resource, boolean isWell) {
        var uid = resource.getMetadata().getUid();
        var entry = entries.get(uid);
        if (entry == null && entries.size() < limit) {
            entry = entries.computeIfAbsent(uid, ignored -> register(resource));
        }
        if (entry != null) {
            entry.value().set(isWell ? 1 : 0);
        }
    }

    /** Removes the gauge of a resource. */
    void remove(HasMetadata resource) {
        var entry = entries.remove(resource.getMetadata().getUid());
        if (entry != null) {
            registry.remove(entry.gauge());
        }
    }

    private Entry register(HasMetadata resource) {
        var value = new AtomicInteger();
        var gauge = Gauge.builder(name, value, AtomicInteger::doubleValue)
                .description(description)
                .tag("kind", resource.getKind())
                .tag("namespace", resource.getMetadata().getNamespace())
                .tag("name", resource.getMetadata().getName())
                .register(registry);
        return new Entry(value, gauge);
    }

    private record Entry(AtomicInteger value, Gauge gauge) {}
}
