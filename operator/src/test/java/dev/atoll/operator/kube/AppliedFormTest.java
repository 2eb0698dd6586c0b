// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppliedFormTest {

    @Test
    void leavesOutWhatNamesTheObjectAndWhatIsNull() {
        assertThat(form(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b, uid: c, resourceVersion: '1',"
                                + " labels: {x: y}}, data: {a: b, c: null}}"))
                .isEqualTo(read("{metadata: {labels: {x: y}}, data: {a: b}}"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000m", "1Gi, 1024Mi", "1k, 1000", "0.5, 500m", "1e3, 1000", "0, 0m"})
    void writesEqualQuantitiesTheSame(String one, String other) {
        var template = "{spec: {limits: {memory: '%s'}}}";

        assertThat(form(template.formatted(one))).isEqualTo(form(template.formatted(other)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1001m", "1Gi, 1G", "1, 2"})
    void keepsDifferentQuantitiesApart(String one, String other) {
        var template = "{spec: {requests: {cpu: '%s'}}}";

        assertThat(form(template.formatted(one))).isNotEqualTo(form(template.formatted(other)));
    }

    @Test
    void touchesNoTextThatOnlyLooksLikeAQuantity() {
        assertThat(form("{data: {a: 1000m}}")).isNotEqualTo(form("{data: {a: '1'}}"));
    }

    @Test
    void comparesWhatIsNoQuantityAsItStands() {
        assertThat(form("{spec: {limits: {a: 25%}}}")).isNotEqualTo(form("{spec: {limits: {a: 26%}}}"));
    }

    private static ObjectNode form(String yaml) {
        return AppliedForm.of(read(yaml));
    }

    private static ObjectNode read(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
