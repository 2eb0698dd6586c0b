// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The cross-field rules of a schema ({@code x-kubernetes-validations}), evaluated where they stand. */
final class ValidationRules {
    private static final Pattern CHANGE = Pattern.compile("\\boldSelf\\b");

    private final CelExpressions expressions = new CelExpressions();

    /** Every rule of the schema that the object breaks; the object has its defaults and fits the schema otherwise. */
    List<Violation> check(JsonNode schema, JsonNode object) {
        var violations = new ArrayList<Violation>();
        visit("", schema, object, violations);
        return violations;
    }

    private void visit(String path, JsonNode schema, JsonNode value, List<Violation> violations) {
        for (var rule : schema.path("x-kubernetes-validations")) {
            var expression = rule.path("rule").asText();
            if (!isAboutChange(expression) && !expressions.holds(expression, value)) {
                violations.add(new Violation(
                        Reason.Invalid,
                        field(path + rule.path("fieldPath").asText()),
                        rule.path("message").asText()));
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(path + "[" + i + "]", schema.path("items"), value.get(i), violations);
            }
        }
        value.properties().forEach(field -> {
            var property = schema.path("properties").path(field.getKey());
            var below = property.isMissingNode() ? schema.path("additionalProperties") : property;
            visit(path + "." + field.getKey(), below, field.getValue(), violations);
        });
    }

    /** Whether a rule compares with an earlier state, which there is none of. */
    static boolean isAboutChange(String rule) {
        return CHANGE.matcher(rule).find();
    }

    private static String field(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
