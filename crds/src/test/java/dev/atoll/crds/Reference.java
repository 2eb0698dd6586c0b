// SPDX-License-Identifier: Apache-2.0
package dev.atoll.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes REFERENCE.md: every field and every rule of every kind, for reading. */
final class Reference {
    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            <!-- Generated from the CRDs by `make generate`. Do not edit. -->
            # API reference

            Group `atoll.dev`, version `v1alpha1`; every kind lives in a namespace. `kubectl get atoll` lists them all, \
            `kubectl explain` shows the same descriptions as this page.

            In a path, `[]` stands for an element of a list. A *quantity* is written as Kubernetes does: `100m`, `1.5`, \
            `128Mi`. An *object of Kubernetes* has the fields that `kubectl explain pod.spec` and \
            `kubectl explain pod.spec.containers` show for it.
            """;

    private Reference() {}

    static String of(List<ObjectNode> crds) {
        return HEAD + crds.stream().map(Reference::kind).collect(Collectors.joining());
    }

    private static String kind(ObjectNode crd) {
        JsonNode root = crd.at("/spec/versions/0/schema/openAPIV3Schema");
        return """

                ## %s

                %s Short name `%s`; columns: %s.

                ### %1$s spec

                %s
                ### %1$s status

                %s
                ### %1$s rules

                What the API server refuses beyond single fields, and what it says then.

                %s""".formatted(
                        crd.at("/spec/names/kind").asText(),
                        root.path("description").asText(),
                        crd.at("/spec/names/shortNames/0").asText(),
                        columns(crd.at("/spec/versions/0/additionalPrinterColumns")),
                        fields("spec", root),
                        fields("status", root),
                        rules(crd));
    }

    private static String columns(JsonNode columns) {
        return StreamSupport.stream(columns.spliterator(), false)
                .map(column ->
                        column.path("name").asText() + (column.path("priority").asInt() > 0 ? " (with `-o wide`)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String fields(String part, JsonNode root) {
        return table("Field", "Type", "Required", "Default", "Description", "Limits")
                + SchemaField.below(part, (ObjectNode) root.path("properties").path(part))
                        .map(Reference::row)
                        .collect(Collectors.joining());
    }

    private static String row(SchemaField field) {
        JsonNode fallback = field.schema().get("default");
        return line(
                code(field.path()),
                field.type(),
                field.required() ? "yes" : "",
                fallback == null ? "" : code(fallback.isTextual() ? fallback.asText() : fallback.toString()),
                field.text("description"),
                String.join("; ", field.limits()));
    }

    private static String rules(ObjectNode crd) {
        return table("Field", "Message", "Rule")
                + SchemaRule.of(crd)
                        .map(rule ->
                                line(rule.path().isEmpty() ? "" : code(rule.path()), rule.message(), code(rule.rule())))
                        .collect(Collectors.joining());
    }

    private static String table(String... headings) {
        return line(headings) + "|" + " --- |".repeat(headings.length) + "\n";
    }

    private static String line(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String code(String text) {
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }
}
