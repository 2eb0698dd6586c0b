// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts properties, required fields and enum values into the order of their declaration; Fabric8 sorts them by name. */
final class DeclarationOrder implements SchemaStep {
    @Override
    public void complete(ObjectNode schema, Type type) {
        Class<?> raw = JavaTypes.raw(type);
        if (raw.isRecord()) {
            List<String> names = Arrays.stream(raw.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            sort(schema, "required", names);
            if (schema.get("properties") instanceof ObjectNode properties) {
                ObjectNode sorted = schema.putObject("properties");
                names.forEach(name -> sorted.set(name, properties.get(name)));
            }
        }
        if (raw.isEnum()) {
            sort(
                    schema,
                    "enum",
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
        }
    }

    private static void sort(ObjectNode schema, String field, List<String> order) {
        if (schema.get(field) instanceof ArrayNode values) {
            List<String> sorted = values.valueStream()
                    .map(value -> value.asText())
                    .sorted(Comparator.comparingInt(order::indexOf))
                    .toList();
            ArrayNode target = schema.putArray(field);
            sorted.forEach(target::add);
        }
    }
}
