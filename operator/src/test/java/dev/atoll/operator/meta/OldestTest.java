// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OldestTest {

    @Test
    void anOlderResourceComesFirstWhateverItsName() {
        var older = created("2025-12-31T23:59:59Z", "z");
        var younger = created("2026-01-01T00:00:00Z", "a");

        assertThat(Oldest.first(Stream.of(younger, older))).containsExactly(older, younger);
    }

    @Test
    void resourcesOfOneSecondAreOrderedByName() {
        var one = created("2026-01-01T00:00:00Z", "a");
        var other = created("2026-01-01T00:00:00Z", "b");

        assertThat(Oldest.first(Stream.of(other, one))).containsExactly(one, other);
    }

    @Test
    void aResourceThatIsNotInTheClusterYetComesLast() {
        var present = created("2026-01-01T00:00:00Z", "z");
        var planned = created(null, "a");

        assertThat(Oldest.first(Stream.of(planned, present))).containsExactly(present, planned);
    }

    private static ConfigMap created(@Nullable String time, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withCreationTimestamp(time)
                .endMetadata()
                .build();
    }
}
