// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Signing keys against a real PostgreSQL; each instance stands for a replica. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StoredKeysTest {
    private static final AtomicInteger DECADES = new AtomicInteger();

    @Inject
    Database database;

    /** Later than whatever another test did, so that its keys have long expired. */
    private final Instant now =
            Instant.parse("2100-01-01T00:00:00Z").plus(Duration.ofDays(3_650L * DECADES.incrementAndGet()));

    @Test
    void allReplicasSignWithOneKey() {
        var first = replica(now).current();

        assertThat(replica(now).current().getKeyId()).isEqualTo(first.getKeyId());
        assertThat(replica(now).find(first.getKeyId())).isPresent();
    }

    @Test
    void aReplicaFindsAKeyThatAnotherMadeLater() {
        var old = replica(now);
        old.current();

        var newer = replica(now.plus(Duration.ofDays(40))).current();

        assertThat(old.find(newer.getKeyId())).isPresent();
        assertThat(old.find("no-such-key")).isEmpty();
    }

    @Test
    void anOldKeySignsNoMoreButStaysUntilItsTokensHaveExpired() {
        var first = replica(now).current().getKeyId();
        var afterItsTime = replica(now.plus(Duration.ofDays(30)));

        assertThat(afterItsTime.current().getKeyId()).isNotEqualTo(first);
        assertThat(afterItsTime.published()).extracting(key -> key.getKeyId()).contains(first);

        var muchLater = replica(now.plus(Duration.ofDays(31)));
        assertThat(muchLater.published()).extracting(key -> key.getKeyId()).doesNotContain(first);
    }

    private StoredKeys replica(Instant at) {
        return new StoredKeys(database, Clock.fixed(at, ZoneOffset.UTC), Duration.ofDays(30), Duration.ofHours(1));
    }
}
