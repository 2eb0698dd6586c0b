// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;

/** A partial pod template is stored as it is written: metadata and spec, whatever is in them. */
final class FreeForms implements SchemaStep {
    @Override
    public void complete(ObjectNode schema, Type type) {
        if (JavaTypes.isFreeForm(type)) {
            schema.put("type", "object").put("maxProperties", 2).put("x-kubernetes-preserve-unknown-fields", true);
        }
    }
}
