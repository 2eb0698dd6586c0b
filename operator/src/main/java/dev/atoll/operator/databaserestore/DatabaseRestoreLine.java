// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databaserestore;

import dev.atoll.api.v1alpha1.databaserestore.DatabaseRestore;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;
import dev.atoll.operator.meta.BackupTool;

/** The line of a DatabaseRestore for those who only look and apply nothing. */
public final class DatabaseRestoreLine {
    private DatabaseRestoreLine() {}

    /** What it would become, given the other objects. */
    public static Outlook of(DatabaseRestore resource, KnownObjects known, OperatorConfig config) {
        var observed = DatabaseRestoreObserved.read(resource, known);
        var validated = DatabaseRestoreChecks.check(observed, tool(config));
        return new Outlook(
                DatabaseRestoreModel.identity(observed),
                validated,
                DatabaseRestoreDesired.of(observed, validated),
                (applied, before, clock) ->
                        DatabaseRestoreStatuses.after(observed, validated, applied, resource.getStatus(), clock));
    }

    static BackupTool tool(OperatorConfig config) {
        return new BackupTool(config.image(), config.imagePullPolicy());
    }
}
