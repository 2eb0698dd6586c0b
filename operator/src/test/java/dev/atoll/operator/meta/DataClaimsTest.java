// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataClaimsTest {
    private static final PersistentVolumeClaim FIRST = claim("data-orders-db-0", Map.of());
    private static final PersistentVolumeClaim RESTORED =
            claim("data-1-orders-db", Map.of(Annotations.IN_USE_SINCE, "2026-01-01T00:00:00Z"));
    private static final PersistentVolumeClaim RESTORED_LATER =
            claim("data-0-orders-db", Map.of(Annotations.IN_USE_SINCE, "2026-01-02T00:00:00Z"));

    @Test
    void theOneThatWasTakenIntoUseLastIsInUse() {
        assertThat(name(List.of(), Optional.empty())).isEqualTo("data-orders-db-0");
        assertThat(name(List.of(FIRST), Optional.empty())).isEqualTo("data-orders-db-0");
        assertThat(name(List.of(FIRST, RESTORED_LATER, RESTORED), Optional.empty()))
                .isEqualTo("data-0-orders-db");
    }

    @Test
    void aServerGoesOverToALaterOne() {
        assertThat(name(List.of(FIRST, RESTORED), running(FIRST))).isEqualTo("data-1-orders-db");
        assertThat(name(List.of(RESTORED, RESTORED_LATER), running(RESTORED))).isEqualTo("data-0-orders-db");
    }

    @Test
    void aServerNeverGoesBackWhereItsClaimIsSeenAsItWasBeforeOrNotAtAll() {
        var asItWas = claim("data-1-orders-db", Map.of());

        assertThat(name(List.of(FIRST, asItWas), running(RESTORED))).isEqualTo("data-1-orders-db");
        assertThat(name(List.of(FIRST, RESTORED), running(RESTORED_LATER))).isEqualTo("data-0-orders-db");
        assertThat(DataClaims.of(List.of(FIRST), running(RESTORED), "orders-db").claim())
                .isEmpty();
    }

    @Test
    void onesOfOthersDoNotCount() {
        var others = new PersistentVolumeClaimBuilder(RESTORED)
                .editMetadata()
                .addToAnnotations(Annotations.BELONGS_TO, "DatabaseRestore/back")
                .endMetadata()
                .build();

        assertThat(DataClaims.current(Stream.of(FIRST, others), "orders-db", Optional.empty()))
                .contains(FIRST);
        assertThat(DataClaims.current(Stream.of(FIRST), "payment-db", Optional.empty()))
                .isEmpty();
    }

    private static String name(List<PersistentVolumeClaim> claims, Optional<StatefulSet> set) {
        return DataClaims.of(claims, set, "orders-db").name();
    }

    private static Optional<StatefulSet> running(PersistentVolumeClaim claim) {
        // spotless:off
        return Optional.of(new StatefulSetBuilder()
            .withNewMetadata()
                .withAnnotations(claim.getMetadata().getAnnotations())
            .endMetadata()
            .withNewSpec()
                .withNewTemplate()
                    .withNewSpec()
                        .addNewVolume()
                            .withName("data")
                            .withNewPersistentVolumeClaim()
                                .withClaimName(claim.getMetadata().getName())
                            .endPersistentVolumeClaim()
                        .endVolume()
                    .endSpec()
                .endTemplate()
            .endSpec()
            .build());
        // spotless:on
    }

    private static PersistentVolumeClaim claim(String name, Map<String, String> annotations) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(name)
                .withAnnotations(annotations)
                .addToAnnotations(Annotations.BELONGS_TO, "ServiceDatabase/orders-db")
                .endMetadata()
                .build();
    }
}
