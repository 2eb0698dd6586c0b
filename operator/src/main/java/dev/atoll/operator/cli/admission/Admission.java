// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges custom resources as the API server does when they are created: by the schema of their CRD, with unknown
 * fields refused as {@code kubectl apply} has them refused. Rules about a change ({@code oldSelf}) are left out, since
 * there is nothing that changes.
 */
public final class Admission {
    /** What stands beside the spec and is not the schema's business; a status is dropped on create. */
    private static final Set<String> ENVELOPE = Set.of("apiVersion", "kind", "metadata", "status");

    private final Map<String, ObjectNode> schemas = new ConcurrentHashMap<>();
    private final ValidationRules rules = new ValidationRules();

    /**
     * Everything that is wrong with a resource; empty when the API server would take it.
     *
     * @param plural its kind as CRDs are named, for example {@code microservices.atoll.dev}
     * @param resource as written, without defaults
     */
    public List<Violation> check(String plural, ObjectNode resource) {
        var schema = schemas.computeIfAbsent(plural, CrdSchemas::read);
        var complete = Defaults.complete(schema, resource);
        var violations = new ArrayList<>(ObjectNames.check(resource));
        violations.addAll(unknownBesideSpec(schema, resource));
        for (var field : schema.path("required")) {
            if (!resource.has(field.asText())) {
                violations.add(new Violation(Reason.Invalid, field.asText(), "is missing; add it"));
            }
        }
        violations.addAll(Structure.check("spec", schema.path("properties").path("spec"), complete.path("spec")));
        // As the API server does: rules may rely on a structure that is right.
        return violations.isEmpty() ? rules.check(schema, complete) : violations;
    }

    private static List<Violation> unknownBesideSpec(ObjectNode schema, JsonNode resource) {
        return resource.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name ->
                        !ENVELOPE.contains(name) && !schema.path("properties").has(name))
                .map(Structure::unknown)
                .toList();
    }
}
