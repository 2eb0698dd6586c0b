// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes every schema in one order: what it is, what it may be, what is in it. */
final class KeyOrder implements SchemaStep {
    private static final List<String> FIRST = List.of(
            "description",
            "type",
            "format",
            "default",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum");
    private static final List<String> LAST = List.of("required", "properties", "additionalProperties", "items");

    @Override
    public void complete(ObjectNode schema, Type type) {
        ObjectNode before = schema.deepCopy();
        schema.removeAll();
        keys(before).forEach(key -> {
            JsonNode value = before.get(key);
            if (value != null) {
                schema.set(key, value);
            }
        });
    }

    private static List<String> keys(ObjectNode schema) {
        List<String> keys = new ArrayList<>(FIRST);
        schema.propertyStream()
                .map(property -> property.getKey())
                .filter(key -> !FIRST.contains(key) && !LAST.contains(key))
                .sorted()
                .forEach(keys::add);
        keys.addAll(LAST);
        return keys;
    }
}
