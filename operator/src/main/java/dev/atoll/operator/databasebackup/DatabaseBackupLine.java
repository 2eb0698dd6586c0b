// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.databasebackup;

import dev.atoll.api.v1alpha1.databasebackup.DatabaseBackup;
import dev.atoll.operator.config.OperatorConfig;
import dev.atoll.operator.kube.KnownObjects;
import dev.atoll.operator.line.Outlook;
import dev.atoll.operator.meta.BackupTool;

/** The line of a DatabaseBackup for those who only look and apply nothing. */
public final class DatabaseBackupLine {
    private DatabaseBackupLine() {}

    /** What it would become, given the other objects. */
    public static Outlook of(DatabaseBackup resource, KnownObjects known, OperatorConfig config) {
        var observed = DatabaseBackupObserved.read(resource, known);
        var validated = DatabaseBackupChecks.check(observed, tool(config));
        return new Outlook(
                DatabaseBackupModel.identity(observed),
                validated,
                DatabaseBackupDesired.of(observed, validated),
                (applied, before, clock) -> DatabaseBackupStatuses.after(observed, validated, applied, before, clock));
    }

    static BackupTool tool(OperatorConfig config) {
        return new BackupTool(config.image(), config.imagePullPolicy());
    }
}
