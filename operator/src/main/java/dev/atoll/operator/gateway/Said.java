// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.gatewayroute.TreatmentFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who says how requests are treated, in the order in which they count.
 *
 * @param rule the rule alone, for what only a rule can say; empty where all rules of a route are meant
 */
record Said(Optional<Rule> rule, List<TreatmentFields> fields) {
    static final Said NOTHING = new Said(Optional.empty(), List.of());

    static Said of(GatewayRouteSpec spec) {
        return new Said(Optional.empty(), List.of(spec));
    }

    static Said of(GatewayRouteSpec spec, Rule rule) {
        return new Said(Optional.of(rule), List.of(rule, spec));
    }

    /** What counts of a field; empty where everybody leaves it out. */
    <T> Optional<T> first(Function<TreatmentFields, @Nullable T> field) {
        return fields.stream().map(field).filter(Objects::nonNull).findFirst();
    }
}
