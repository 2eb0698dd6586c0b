// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.gatewayroute.ClaimedHost;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRoute;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteStatus;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line of a GatewayRoute for those who only look and apply nothing. */
public final class GatewayRouteLine {
    private GatewayRouteLine() {}

    /** What it would become, given the other objects. */
    public static Outlook of(GatewayRoute resource, KnownObjects known) {
        var observed = GatewayRouteObserved.read(resource, known);
        var validated = GatewayRouteChecks.check(observed);
        return new Outlook(
                GatewayRouteModel.identity(resource),
                validated,
                GatewayRouteDesired.of(observed, validated),
                (applied, before, clock) -> GatewayRouteStatuses.after(
                        observed, validated, applied, Optional.of(with(resource.getStatus(), before)), clock));
    }

    private static GatewayRouteStatus with(@Nullable GatewayRouteStatus status, List<Condition> conditions) {
        var hosts = status == null ? List.<ClaimedHost>of() : status.hosts();
        return new GatewayRouteStatus(null, conditions, List.of(), null, List.of(), hosts);
    }
}
