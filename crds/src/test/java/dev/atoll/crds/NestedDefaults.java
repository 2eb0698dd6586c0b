// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;

/**
 * Fabric8 writes the default of an object as the record that it constructs, empty lists included. An empty object says the
 * same, for the defaults of its fields come in one by one, and {@code kubectl get -o yaml} stays short.
 */
final class NestedDefaults implements SchemaStep {
    @Override
    public void complete(ObjectNode schema, Type type) {
        if (JavaTypes.raw(type).isRecord() && schema.has("default")) {
            schema.putObject("default");
        }
    }
}
