// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels that running applications depend on. A change here is one to every cluster where Atoll is installed. */
class LabelsTest {
    private static final Identity ORDERS =
            new Identity("shop-1", "orders", "shop", Identity.SERVICE, new OwnerReference());

    @Test
    void thoseOfPodsAreNeverExtendedSinceThatWouldRestartEveryPodWhenTheOperatorIsUpgraded() {
        assertThat(Labels.pods(ORDERS))
                .isEqualTo(Map.of(
                        "app.kubernetes.io/name", "orders",
                        "app.kubernetes.io/component", "service",
                        "app.kubernetes.io/part-of", "shop",
                        "app.kubernetes.io/managed-by", "atoll"));
    }

    @Test
    void thoseThatSelectPodsCannotBeChanged() {
        assertThat(Labels.selector(ORDERS))
                .isEqualTo(Map.of("app.kubernetes.io/name", "orders", "app.kubernetes.io/component", "service"));
    }

    @Test
    void thoseThatLastDoNotFollowTheApplication() {
        assertThat(Labels.lasting(ORDERS))
                .isEqualTo(Map.of(
                        "app.kubernetes.io/name", "orders",
                        "app.kubernetes.io/component", "service",
                        "app.kubernetes.io/managed-by", "atoll"));
    }
}
