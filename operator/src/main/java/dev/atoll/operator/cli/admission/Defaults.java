// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in a schema's defaults, from the outside inwards, as the API server does before it judges. */
final class Defaults {
    private Defaults() {}

    /** A copy of the object with every default that applies. */
    static ObjectNode complete(JsonNode schema, ObjectNode object) {
        var complete = object.deepCopy();
        schema.path("properties").properties().forEach(property -> {
            var standard = property.getValue().get("default");
            if (standard != null && isAbsent(complete, property.getKey())) {
                complete.set(property.getKey(), standard.deepCopy());
            }
        });
        complete.properties().forEach(field -> field.setValue(value(child(schema, field.getKey()), field.getValue())));
        return complete;
    }

    private static JsonNode value(JsonNode schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return complete(schema, object);
        }
        if (value.isArray() && schema.has("items")) {
            var elements = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> elements.add(value(schema.get("items"), element)));
            return elements;
        }
        return value;
    }

    private static JsonNode child(JsonNode schema, String field) {
        var property = schema.path("properties").path(field);
        return property.isMissingNode() ? schema.path("additionalProperties") : property;
    }

    /** A null where a default exists counts as left out. */
    private static boolean isAbsent(ObjectNode object, String field) {
        return !object.hasNonNull(field);
    }
}
