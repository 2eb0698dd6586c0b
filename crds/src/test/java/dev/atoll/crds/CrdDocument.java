// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The CRD of a kind, complete. */
final class CrdDocument {
    private static final List<SchemaStep> STEPS = List.of(
            new FreeForms(),
            new NestedDefaults(),
            new NumberForms(),
            new KubernetesTypes(),
            new ListMaps(),
            new DeclarationOrder(),
            new KeyOrder());

    private static final Map<Class<? extends CustomResource<?, ?>>, ObjectNode> MADE = new ConcurrentHashMap<>();

    private CrdDocument() {}

    /** A copy of its own for every caller. */
    static ObjectNode of(Class<? extends CustomResource<?, ?>> kind) {
        return MADE.computeIfAbsent(kind, CrdDocument::make).deepCopy();
    }

    private static ObjectNode make(Class<? extends CustomResource<?, ?>> kind) {
        ObjectNode crd = RawCrd.of(kind);
        ObjectNode version = (ObjectNode) crd.at("/spec/versions/0");
        ObjectNode root = root(version, kind);
        version.putObject("schema").set("openAPIV3Schema", root);
        version.set("additionalPrinterColumns", PrinterColumns.inOrder(kind, version.get("additionalPrinterColumns")));
        return crd;
    }

    private static ObjectNode root(ObjectNode version, Class<? extends CustomResource<?, ?>> kind) {
        ObjectNode raw = (ObjectNode) version.at("/schema/openAPIV3Schema");
        ObjectNode spec = SchemaTree.complete((ObjectNode) raw.at("/properties/spec"), Kinds.spec(kind), STEPS);
        ObjectNode status = SchemaTree.complete((ObjectNode) raw.at("/properties/status"), Kinds.status(kind), STEPS);

        ObjectNode root = raw.objectNode();
        root.put("description", kind.getAnnotation(JsonClassDescription.class).value());
        root.put("type", "object");
        root.set("x-kubernetes-validations", raw.get("x-kubernetes-validations"));
        root.putArray("required").add("spec");
        ObjectNode properties = root.putObject("properties");
        // only there for rules to point at; the API server knows the rest of metadata
        properties
                .putObject("metadata")
                .put("type", "object")
                .putObject("properties")
                .putObject("name")
                .put("type", "string");
        properties.set("spec", described("What is wanted.", spec));
        properties.set("status", described("What is known about it; written by the operator.", status));
        return root;
    }

    private static ObjectNode described(String description, ObjectNode schema) {
        ObjectNode described = schema.objectNode().put("description", description);
        described.setAll(schema);
        return described;
    }
}
