// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class AppliedFormOfMetricsTest {
    @Test
    void readsTheAmountsOfMetricsAsTheApiServerWritesThem() {
        assertThat(form("""
                spec:
                  behavior: {scaleUp: {tolerance: "0.05"}}
                  metrics:
                  - external: {metric: {name: queue}, target: {type: Value, value: 3000m}}
                  - pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: "1000"}}
                """)).isEqualTo(form("""
                spec:
                  behavior: {scaleUp: {tolerance: 50m}}
                  metrics:
                  - external: {metric: {name: queue}, target: {type: Value, value: "3"}}
                  - pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: 1k}}
                """));
    }

    @Test
    void takesNoOtherValueForAnAmount() {
        assertThat(form("spec: {env: [{name: LIMIT, value: 1000m}]}"))
                .isNotEqualTo(form("spec: {env: [{name: LIMIT, value: \"1\"}]}"));
    }

    private static ObjectNode form(String yaml) {
        return AppliedForm.of(Serialization.unmarshal(yaml, ObjectNode.class));
    }
}
