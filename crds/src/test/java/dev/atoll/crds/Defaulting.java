// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Completes a manifest with the defaults of its schema, as the API server does on writing. */
final class Defaulting {
    private Defaulting() {}

    static JsonNode complete(JsonNode value, JsonNode schema) {
        return switch (value) {
            case ObjectNode object -> completeObject(object.deepCopy(), schema);
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(complete(element, schema.path("items"))));
                yield copy;
            }
            default -> value;
        };
    }

    private static ObjectNode completeObject(ObjectNode object, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode given = object.get(property.getKey());
            JsonNode value = given == null ? property.getValue().get("default") : given;
            if (value != null) {
                object.set(property.getKey(), complete(value, property.getValue()));
            }
        });
        return object;
    }

    /** Without what says nothing (empty lists, maps and objects), numbers as text: two trees that mean the same are equal. */
    static JsonNode meaning(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(property -> {
                    JsonNode meaning = meaning(property.getValue());
                    if (!meaning.isContainerNode() || !meaning.isEmpty()) {
                        copy.set(property.getKey(), meaning);
                    }
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(meaning(element)));
                yield copy;
            }
            default -> value.isNumber() ? TextNode.valueOf(value.asText()) : value;
        };
    }
}
