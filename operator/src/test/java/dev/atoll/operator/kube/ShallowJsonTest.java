// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShallowJsonTest {
    /** As deep as the API server reads. */
    private static final int DEEP = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(new ShallowJson());
    private static final ObjectMapper PLAIN = new ObjectMapper();

    static Stream<String> deep() {
        return Stream.of(
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
                "[".repeat(DEEP) + "1" + "]".repeat(DEEP),
                "[{\"b\":[],\"a\":".repeat(DEEP / 2) + "null" + ",\"c\":{}}, 7]".repeat(DEEP / 2));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void whatIsTooDeepAppearsEmptyAndWhatFollowsIsRead(String deep) throws IOException {
        var json = "{\"before\":1,\"deep\":" + deep + ",\"after\":{\"list\":[1,2]}}";
        var bytes = json.getBytes(StandardCharsets.UTF_8);

        for (var read : List.of(
                MAPPER.readTree(json),
                MAPPER.readTree(bytes),
                MAPPER.readTree(new ByteArrayInputStream(bytes)),
                MAPPER.readTree(new StringReader(json)))) {
            assertThat(depth(read)).isEqualTo(ShallowJson.DEPTH);
            assertThat(read.at("/before").asInt()).isEqualTo(1);
            assertThat(read.at("/after/list/1").asInt()).isEqualTo(2);
            assertThat(read.size()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("deep")
    void mapsAreReadLikeTrees(String deep) throws JsonProcessingException {
        Map<?, ?> read = MAPPER.readValue("{\"deep\":" + deep + ",\"after\":1}", Map.class);

        assertThat(read.size()).isEqualTo(2);
        assertThat(read.get("after")).isEqualTo(1);
    }

    @Test
    void anythingElseIsReadAsItIs() throws JsonProcessingException {
        var json = "{\"a\":[{\"b\":{\"c\":[1,[2,{}],null,true,\"text\",1.5]}},[]],\"d\":{\"e\":"
                + "[".repeat(ShallowJson.DEPTH - 3) + "3" + "]".repeat(ShallowJson.DEPTH - 3) + "}}";

        assertThat(MAPPER.readTree(json)).isEqualTo(PLAIN.readTree(json));
    }

    private static int depth(JsonNode node) {
        return node.isContainerNode()
                ? 1 + node.valueStream().mapToInt(ShallowJsonTest::depth).max().orElse(0)
                : 0;
    }
}
