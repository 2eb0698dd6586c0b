// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;

/** One thing that a schema made by Fabric8 lacks. */
@FunctionalInterface
interface SchemaStep {
    /**
     * Completes one node of the schema in place; the nodes below it are complete already.
     *
     * @param type the Java type behind the node
     */
    void complete(ObjectNode schema, Type type);
}
