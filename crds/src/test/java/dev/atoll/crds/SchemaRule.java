// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule in CEL.
 *
 * @param path what the message is about
 */
record SchemaRule(String path, String rule, String message) {

    /** Every rule of a CRD, the kind's own first. */
    static Stream<SchemaRule> of(ObjectNode crd) {
        ObjectNode root = (ObjectNode) crd.at("/spec/versions/0/schema/openAPIV3Schema");
        SchemaField whole = new SchemaField("", root, true);
        return Stream.concat(Stream.of(whole), SchemaField.below("", root)).flatMap(SchemaRule::of);
    }

    private static Stream<SchemaRule> of(SchemaField field) {
        Stream<SchemaRule> own = StreamSupport.stream(
                        field.schema().path("x-kubernetes-validations").spliterator(), false)
                .map(rule -> of(field.path(), rule));
        return Stream.concat(own, field.element().stream().flatMap(SchemaRule::of));
    }

    private static SchemaRule of(String path, JsonNode rule) {
        String target = path + rule.path("fieldPath").asText();
        return new SchemaRule(
                target.isEmpty() ? target : target.substring(1),
                rule.path("rule").asText(),
                rule.path("message").asText());
    }
}
