// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/**
 * One use of a record's component: several paths may lead to the same component.
 *
 * @param name record and component, the same wherever it is used
 * @param path of this use, see {@link SchemaField#path()}
 * @param schema of the value; of its elements, if it is a list or a map
 */
record Component(String name, String path, ObjectNode schema, boolean required) {

    /** Every component of a kind's spec, wherever it is used. */
    static Stream<Component> of(Class<? extends CustomResource<?, ?>> kind) {
        JsonNode root = CrdDocument.of(kind).at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        return below(Kinds.spec(kind), new SchemaField("spec", (ObjectNode) root, true));
    }

    private static Stream<Component> below(Type type, SchemaField field) {
        if (field.element().isPresent()) {
            return below(JavaTypes.ofElement(type), field.element().get());
        }
        Class<?> raw = JavaTypes.raw(type);
        return raw.isRecord() ? field.children().flatMap(child -> withAllBelow(raw, child)) : Stream.empty();
    }

    private static Stream<Component> withAllBelow(Class<?> owner, SchemaField field) {
        String name = field.path().substring(field.path().lastIndexOf('.') + 1);
        SchemaField value = field.element().orElse(field);
        Component own =
                new Component(owner.getSimpleName() + "." + name, value.path(), value.schema(), field.required());
        return Stream.concat(Stream.of(own), below(JavaTypes.ofProperty(owner, name), field));
    }
}
