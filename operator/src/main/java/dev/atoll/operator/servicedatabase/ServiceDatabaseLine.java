// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;
import dev.atoll.operator.meta.BackupTool;

/** The line of a ServiceDatabase for those who only look and apply nothing. */
public final class ServiceDatabaseLine {
    /** Stands for the password that only the cluster's own Secret has. */
    private static final String NO_PASSWORD = "";

    private ServiceDatabaseLine() {}

    static BackupTool tool(OperatorConfig config) {
        return new BackupTool(config.image(), config.imagePullPolicy());
    }

    /** What it would become, given the other objects; the content of its Secret is not that of a cluster. */
    public static Outlook of(ServiceDatabase resource, KnownObjects known, OperatorConfig config) {
        // What a spec becomes does not depend on when somebody looks.
        var observed = ServiceDatabaseObserved.foresee(resource, known);
        var validated = ServiceDatabaseChecks.check(observed, tool(config));
        return new Outlook(
                observed.identity(),
                validated,
                ServiceDatabaseDesired.of(observed, validated, () -> NO_PASSWORD),
                (applied, before, clock) -> ServiceDatabaseStatuses.after(observed, validated, applied, before, clock));
    }
}
