// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;

/**
 * Fabric8 writes the default of an object as the record that it constructs. Its empty lists and maps say nothing and would
 * only lengthen {@code kubectl get -o yaml}; the rest stays, for the API server checks an object's default by its rules
 * before the defaults of its fields have come in.
 */
final class NestedDefaults implements SchemaStep {
    @Override
    public void complete(ObjectNode schema, Type type) {
        if (JavaTypes.raw(type).isRecord() && schema.get("default") instanceof ObjectNode fields) {
            fields.removeIf(value -> value.isContainerNode() && value.isEmpty());
        }
    }
}
