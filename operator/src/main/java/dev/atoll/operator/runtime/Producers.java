// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.operator.kube.ShallowJson;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapper;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What the rest gets injected: time and metrics, and how the client reads. */
final class Producers {

    /** The clock of every timestamp, in UTC. */
    @Produces
    @Singleton
    Clock clock() {
        return SystemClock.get();
    }

    /** How the client reads what the API server sends, in place of the extension's own. */
    @Produces
    @Singleton
    @KubernetesClientObjectMapper
    ObjectMapper json(@All List<KubernetesClientObjectMapperCustomizer> customizers) {
        var mapper = new ObjectMapper(new ShallowJson());
        customizers.forEach(customizer -> customizer.customize(mapper));
        return mapper;
    }

    /** The SDK's metrics; the extension's own producer (7.7.3) publishes none. */
    @Produces
    @Singleton
    Metrics metrics(MeterRegistry registry, Attempts attempts) {
        return new AggregatedMetrics(
                List.of(MicrometerMetricsV2.newBuilder(registry).build(), attempts));
    }
}
