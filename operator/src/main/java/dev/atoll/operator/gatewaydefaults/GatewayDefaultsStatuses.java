// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import static dev.atoll.operator.status.ConditionType.PROGRAMMED;
import static dev.atoll.operator.status.ConditionType.READY;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaultsStatus;
import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.StandardConditions;
import dev.atoll.operator.line.Validated;
import dev.atoll.operator.line.Validated.Valid;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import java.time.Clock;
import java.util.List;

/** The truth about a GatewayDefaults. Whether a route can do what it asks for, the route's own status says. */
final class GatewayDefaultsStatuses {
    private static final int NAMES_IN_A_MESSAGE = 20;

    private GatewayDefaultsStatuses() {}

    /**
     * The status after a reconcile.
     *
     * @param before the conditions so far
     */
    static GatewayDefaultsStatus after(
            GatewayDefaultsObserved observed,
            Validated<GatewayDefaultsModel> validated,
            Applied applied,
            List<Condition> before,
            Clock clock) {
        var generation = observed.resource().getMetadata().getGeneration();
        var conditions = Conditions.after(before, generation, clock);
        StandardConditions.add(conditions, validated, applied);
        if (!(validated instanceof Valid<GatewayDefaultsModel>(var model, var unresolved))) {
            throw new IllegalStateException("a GatewayDefaults that its schema accepts is always valid");
        }
        var routes = model.routes();
        conditions.isTrue(PROGRAMMED, Reason.Programmed, "there is nothing to make; routes take it over by themselves");
        if (unresolved.isEmpty()) {
            conditions.isTrue(READY, Reason.Ready, text(routes));
        } else {
            conditions.isFalse(READY, unresolved.getFirst().reason(), StandardConditions.text(unresolved));
        }
        return new GatewayDefaultsStatus(generation, conditions.list(), routes.size());
    }

    private static String text(List<String> routes) {
        if (routes.isEmpty()) {
            return "no GatewayRoute of this namespace takes anything from it";
        }
        var names = String.join(", ", routes.subList(0, Math.min(routes.size(), NAMES_IN_A_MESSAGE)));
        return routes.size() > NAMES_IN_A_MESSAGE
                ? "%d GatewayRoutes take something from it: %s and others".formatted(routes.size(), names)
                : "counts for GatewayRoute " + names;
    }
}
