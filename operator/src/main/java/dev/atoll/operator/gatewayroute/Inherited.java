// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.meta.RouteDefaults;
import dev.atoll.operator.status.Violation;
import java.util.List;
import java.util.Optional;

/** Which fields a route has from the defaults of its namespace, so that nobody looks for them in the route. */
final class Inherited {
    private static final String SPEC = "spec.";

    private final List<String> fields;

    private Inherited(List<String> fields) {
        this.fields = fields;
    }

    static Inherited of(GatewayRouteObserved observed) {
        return new Inherited(observed.defaults()
                .map(found -> RouteDefaults.taken(observed.resource().getSpec(), found.getSpec()))
                .orElse(List.of()));
    }

    /** The field with the object that it stands in, where that is not the route. */
    String locate(String field) {
        return fields.stream().anyMatch(name -> field.equals(SPEC + name) || field.startsWith(SPEC + name + "."))
                ? "%s of GatewayDefaults %s".formatted(field, RouteDefaults.NAME)
                : field;
    }

    /** The same violation, at home where its field is. */
    Violation locate(Violation violation) {
        return new Violation(violation.reason(), locate(violation.field()), violation.message());
    }

    /** What a reader of the route's status should know, without a full stop; empty where the route says everything itself. */
    Optional<String> remark() {
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of("%s as GatewayDefaults %s says".formatted(String.join(", ", fields), RouteDefaults.NAME));
    }
}
