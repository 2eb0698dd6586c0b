// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds a schema from its leaves upwards. */
final class SchemaTree {
    private SchemaTree() {}

    /** A copy of the schema in which every node went through all steps, in their order. */
    static ObjectNode complete(ObjectNode schema, Type type, List<SchemaStep> steps) {
        ObjectNode copy = schema.deepCopy();
        if (copy.get("properties") instanceof ObjectNode properties) {
            properties
                    .properties()
                    .forEach(property -> property.setValue(complete(
                            (ObjectNode) property.getValue(), JavaTypes.ofProperty(type, property.getKey()), steps)));
        }
        UnaryOperator<ObjectNode> element = child -> complete(child, JavaTypes.ofElement(type), steps);
        if (copy.get("items") instanceof ObjectNode items) {
            copy.set("items", element.apply(items));
        }
        if (copy.get("additionalProperties") instanceof ObjectNode values) {
            copy.set("additionalProperties", element.apply(values));
        }
        steps.forEach(step -> step.complete(copy, type));
        return copy;
    }
}
