// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What the rest gets injected: time and metrics. */
final class Producers {

    /** The clock of every timestamp, in UTC. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The SDK's metrics; the extension's own producer (7.7.3) publishes none. */
    @Produces
    @Singleton
    Metrics metrics(MeterRegistry registry, Attempts attempts) {
        return new AggregatedMetrics(
                List.of(MicrometerMetricsV2.newBuilder(registry).build(), attempts));
    }
}
