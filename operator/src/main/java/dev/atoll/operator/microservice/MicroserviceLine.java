// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice;

import dev.atoll.api.v1alpha1.microservice.Microservice;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;

/** The line of a Microservice for those who only look and apply nothing. */
public final class MicroserviceLine {
    private MicroserviceLine() {}

    /** What it would become, given the other objects. */
    public static Outlook of(Microservice resource, KnownObjects known, OperatorConfig config) {
        var observed = MicroserviceObserved.foresee(resource, known, config.networkAccess());
        var validated = MicroserviceChecks.check(observed);
        return new Outlook(
                MicroserviceModel.identity(resource),
                validated,
                MicroserviceDesired.of(observed, validated),
                (applied, before, clock) -> MicroserviceStatuses.after(observed, validated, applied, before, clock));
    }
}
