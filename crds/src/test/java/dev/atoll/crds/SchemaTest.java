// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final List<TypedSchema> NODES = TypedSchema.all();

    @Test
    void everyFieldOfEveryRecordHasADescription() {
        assertThat(TypedSchema.records().flatMap(SchemaTest::fieldsWithoutDescription))
                .isEmpty();
    }

    @Test
    void everyStringHasAMaximumLengthUnlessItIsOneOfAFewWords() {
        assertThat(NODES)
                .filteredOn(node -> node.schema().path("type").asText().equals("string"))
                .filteredOn(node -> !node.schema().has("enum"))
                .hasSizeGreaterThan(100)
                .allSatisfy(node -> assertThat(node.schema().has("maxLength")).isTrue());
    }

    @Test
    void everyListHasAMaximumSize() {
        assertThat(NODES)
                .filteredOn(node -> node.schema().path("type").asText().equals("array"))
                .hasSizeGreaterThan(20)
                .allSatisfy(node -> assertThat(node.schema().has("maxItems")).isTrue());
    }

    @Test
    void everyMapAndEveryFreeFormHasAMaximumSize() {
        assertThat(NODES)
                .filteredOn(node -> node.schema().path("type").asText().equals("object"))
                .filteredOn(node -> !node.schema().has("properties"))
                .filteredOn(node -> !isEmptyRecord(node))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        node -> assertThat(node.schema().has("maxProperties")).isTrue());
    }

    @Test
    void noRuleIsWrittenTwiceAndEachHasAMessageWithARemedy() {
        assertThat(Kinds.ALL.stream().map(CrdDocument::of)).allSatisfy(crd -> {
            List<SchemaRule> rules = SchemaRule.of(crd).toList();
            assertThat(rules).doesNotHaveDuplicates().isNotEmpty();
            assertThat(rules)
                    .extracting(SchemaRule::message)
                    .allSatisfy(message -> assertThat(message).containsAnyOf("; ", "must be"));
        });
    }

    @Test
    void theKeyOfEveryListOfObjectsWithAKeyIsRequired() {
        assertThat(NODES)
                .filteredOn(node -> node.schema().has("x-kubernetes-list-map-keys"))
                .isNotEmpty()
                .allSatisfy(list -> assertThat(texts(list.schema().at("/items/required")))
                        .containsAll(texts(list.schema().get("x-kubernetes-list-map-keys"))));
    }

    private static Stream<String> fieldsWithoutDescription(TypedSchema node) {
        JsonNode properties = node.schema().path("properties");
        return properties instanceof ObjectNode fields
                ? fields.propertyStream()
                        .filter(field ->
                                field.getValue().path("description").asText().isBlank())
                        .map(field -> node + "." + field.getKey())
                : Stream.empty();
    }

    private static boolean isEmptyRecord(TypedSchema node) {
        Class<?> type = JavaTypes.raw(node.type());
        return type.isRecord() && type.getRecordComponents().length == 0;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
