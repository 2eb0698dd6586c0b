// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorsTest {
    private static final Map<String, String> LABELS = Map.of("team", "a", "stage", "test");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                     | true
            {matchLabels: {team: a}}                                               | true
            {matchLabels: {team: b}}                                               | false
            {matchLabels: {team: a, gone: x}}                                      | false
            {matchExpressions: [{key: team, operator: In, values: [a, b]}]}        | true
            {matchExpressions: [{key: gone, operator: In, values: [a]}]}           | false
            {matchExpressions: [{key: team, operator: NotIn, values: [a]}]}        | false
            {matchExpressions: [{key: gone, operator: NotIn, values: [a]}]}        | true
            {matchExpressions: [{key: stage, operator: Exists}]}                   | true
            {matchExpressions: [{key: stage, operator: DoesNotExist}]}             | false
            {matchLabels: {team: a}, matchExpressions: [{key: gone, operator: Exists}]} | false
            {matchExpressions: [{key: team, operator: Like, values: [a]}]}         | false
            """)
    void meansWhatKubernetesMeans(String selector, boolean matches) {
        var read = new KubernetesSerialization().unmarshal("---\n" + selector, LabelSelector.class);

        assertThat(Selectors.matches(read, LABELS)).isEqualTo(matches);
    }
}
