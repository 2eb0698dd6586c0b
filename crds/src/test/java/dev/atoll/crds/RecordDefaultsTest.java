// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordDefaultsTest {
    private final KubernetesSerialization serialization = new KubernetesSerialization();

    @Test
    void aRecordWithoutInputSaysWhatTheSchemasDefaultsSay() {
        assertThat(TypedSchema.records()).hasSizeGreaterThan(40).allSatisfy(this::verify);
    }

    private void verify(TypedSchema node) {
        Object record = serialization.convertValue(Map.of(), JavaTypes.raw(node.type()));
        JsonNode fromJava = Yaml.read(serialization.asJson(record));
        ObjectNode nothing = node.schema().objectNode();
        JsonNode fromSchema = Defaulting.complete(nothing, node.schema());
        assertThat(Defaulting.meaning(fromJava))
                .as("write the same default in @Default and in the constructor of %s", node)
                .isEqualTo(Defaulting.meaning(fromSchema));
    }
}
