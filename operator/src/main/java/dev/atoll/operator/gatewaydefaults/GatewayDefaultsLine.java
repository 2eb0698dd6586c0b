// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewaydefaults;

import dev.atoll.api.v1alpha1.gatewaydefaults.GatewayDefaults;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Outlook;

/** The line of a GatewayDefaults for those who only look and apply nothing. */
public final class GatewayDefaultsLine {
    private GatewayDefaultsLine() {}

    /** What it would become, given the other objects. */
    public static Outlook of(GatewayDefaults resource, KnownObjects known) {
        var observed = GatewayDefaultsObserved.read(resource, known);
        var validated = GatewayDefaultsChecks.check(observed);
        return new Outlook(
                GatewayDefaultsModel.identity(resource),
                validated,
                Desired.untouched(),
                (applied, before, clock) -> GatewayDefaultsStatuses.after(observed, validated, applied, before, clock));
    }
}
