// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** The name that every object in a cluster needs, whatever its kind: a DNS subdomain (RFC 1123). */
final class ObjectNames {
    private static final int MAX_LENGTH = 253;
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private ObjectNames() {}

    static List<Violation> check(JsonNode resource) {
        var name = resource.path("metadata").path("name");
        if (!name.isTextual() || name.asText().isEmpty()) {
            return List.of(violation("is missing; give the resource a name"));
        }
        return name.asText().length() <= MAX_LENGTH
                        && SUBDOMAIN.matcher(name.asText()).matches()
                ? List.of()
                : List.of(violation(
                        "may have lower-case letters, digits, '-' and '.' only, and at most 253 of them; rename it"));
    }

    private static Violation violation(String message) {
        return new Violation(Reason.Invalid, "metadata.name", message);
    }
}
