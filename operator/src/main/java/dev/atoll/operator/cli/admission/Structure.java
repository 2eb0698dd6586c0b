// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;

/** Compares a value with a structural schema: fields, required fields, elements, and at each of them its limits. */
final class Structure {
    private final List<Violation> violations = new ArrayList<>();

    private Structure() {}

    /** Everything in which the value does not fit its schema. */
    static List<Violation> check(String path, JsonNode schema, JsonNode value) {
        var structure = new Structure();
        if (!value.isMissingNode()) {
            structure.visit(path, schema, value);
        }
        return structure.violations;
    }

    /** A field that the schema does not have. */
    static Violation unknown(String path) {
        return new Violation(Reason.Invalid, path, "is not a known field; correct or remove it");
    }

    private void visit(String path, JsonNode schema, JsonNode value) {
        var typeProblem = Limits.ofType(schema, value);
        if (typeProblem.isPresent()) {
            add(path, typeProblem.get());
            return;
        }
        Limits.of(schema, value).forEach(problem -> add(path, problem));
        if (value.isObject()) {
            visitFields(path, schema, value);
        } else if (value.isArray()) {
            ListKeys.problems(schema, value).forEach(problem -> add(path, problem));
            for (int i = 0; i < value.size(); i++) {
                visit(path + "[" + i + "]", schema.path("items"), value.get(i));
            }
        }
    }

    private void visitFields(String path, JsonNode schema, JsonNode value) {
        for (var field : schema.path("required")) {
            if (!value.has(field.asText())) {
                add(path + "." + field.asText(), "is missing; add it");
            }
        }
        var properties = schema.path("properties");
        value.properties().forEach(field -> {
            var below = path + "." + field.getKey();
            if (properties.has(field.getKey())) {
                visit(below, properties.get(field.getKey()), field.getValue());
            } else if (schema.has("additionalProperties")) {
                visit(below, schema.get("additionalProperties"), field.getValue());
            } else if (!schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                violations.add(unknown(below));
            }
        });
    }

    private void add(String path, String problem) {
        violations.add(new Violation(Reason.Invalid, path, problem));
    }
}
