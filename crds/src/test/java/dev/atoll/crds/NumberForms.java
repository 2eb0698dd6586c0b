// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Type;
import java.util.List;

/** Sizes of whole numbers, and what a number may look like where it may be a string. */
final class NumberForms implements SchemaStep {
    /** As Kubernetes parses a quantity, without sign: nothing in this API may be negative. */
    private static final String QUANTITY = "^([0-9]+([.][0-9]*)?|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

    /** A string where a number is meant otherwise. */
    private static final String PERCENTAGE = "^(0|[1-9][0-9]{0,2})%$";

    @Override
    public void complete(ObjectNode schema, Type type) {
        Class<?> raw = JavaTypes.raw(type);
        if (raw == Integer.class || raw == Long.class) {
            schema.put("format", raw == Integer.class ? "int32" : "int64");
            List.of("minimum", "maximum").forEach(bound -> wholeNumber(schema, bound));
        } else if (raw == Quantity.class) {
            // a number of bytes may also be written as a number
            schema.put("minimum", 0).put("pattern", QUANTITY).put("maxLength", 64);
        } else if (raw == IntOrString.class) {
            schema.put("minimum", 0).put("pattern", PERCENTAGE).put("maxLength", 64);
        }
    }

    private static void wholeNumber(ObjectNode schema, String bound) {
        JsonNode value = schema.get(bound);
        if (value != null) {
            schema.put(bound, value.asLong());
        }
    }
}
