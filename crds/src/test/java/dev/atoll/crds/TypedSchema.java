// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A node of a generated schema with the Java type behind it. */
record TypedSchema(ObjectNode schema, Type type) {

    /** Every node of every kind's spec and status. */
    static List<TypedSchema> all() {
        return Kinds.ALL.stream().flatMap(TypedSchema::of).toList();
    }

    /** The nodes whose type is a record of this API. */
    static Stream<TypedSchema> records() {
        return all().stream().filter(node -> JavaTypes.raw(node.type()).isRecord());
    }

    @Override
    public String toString() {
        return type.getTypeName();
    }

    private static Stream<TypedSchema> of(Class<? extends CustomResource<?, ?>> kind) {
        ObjectNode crd = CrdDocument.of(kind);
        return Stream.concat(below(crd, "spec", Kinds.spec(kind)), below(crd, "status", Kinds.status(kind)));
    }

    private static Stream<TypedSchema> below(ObjectNode crd, String part, Type type) {
        List<TypedSchema> nodes = new ArrayList<>();
        ObjectNode schema = (ObjectNode) crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/" + part);
        SchemaTree.complete(schema, type, List.of((node, nodeType) -> nodes.add(new TypedSchema(node, nodeType))));
        return nodes.stream();
    }
}
