// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.cli.Manifests;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StuckResourcesTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Duration SHORT = Duration.ofMinutes(2);

    private final Hand time = new Hand();
    private final Attempts attempts = new Attempts(time);

    @Test
    void findsAResourceThatNobodyHasLookedAtForLong() {
        var stuck = stuckAmong(service("orders", 2, 1), service("done", 1, 1));
        attempts.reconciliationStarted(service("orders", 1, 0), Map.of());
        assertThat(stuck.find()).isEmpty();
        time.advance(SHORT);
        assertThat(stuck.find()).isEmpty();
        time.advance(SHORT);
        assertThat(stuck.find()).containsExactly("Microservice shop/orders");
    }

    @Test
    void findsOneThatWasNeverLookedAtWhileOthersWere() {
        var stuck = stuckAmong(service("orders", 1, 0));
        attempts.reconciliationStarted(service("done", 1, 1), Map.of());
        assertThat(stuck.find()).isEmpty();
        time.advance(LONG);
        assertThat(stuck.find()).containsExactly("Microservice shop/orders");
    }

    @Test
    void sparesOneThatFailsAgainAndAgain() {
        var orders = service("orders", 2, 1);
        var stuck = stuckAmong(orders);
        for (int minute = 0; minute < 10; minute++) {
            attempts.reconciliationStarted(orders, Map.of());
            assertThat(stuck.find()).isEmpty();
            time.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void sparesAReplicaThatWaitsToBeElected() {
        var stuck = stuckAmong(service("orders", 2, 1));
        assertThat(stuck.find()).isEmpty();
        time.advance(LONG);
        assertThat(stuck.find()).isEmpty();
    }

    private StuckResources stuckAmong(Microservice... services) {
        return new StuckResources(new Manifests(List.of(services), List.of()), attempts, time);
    }

    private static Microservice service(String name, long generation, long observed) {
        return SERIALIZATION.unmarshal("""
                apiVersion: atoll.dev/v1alpha1
                kind: Microservice
                metadata: {name: %s, namespace: shop, uid: %1$s, generation: %d}
                spec: {image: "registry.example.com/shop/orders:1"}
                status: {observedGeneration: %d, conditions: []}
                """.formatted(name, generation, observed), Microservice.class);
    }

    /** A clock that a test moves on. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
