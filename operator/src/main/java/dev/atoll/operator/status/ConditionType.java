// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

/** The conditions of every kind, in the order in which a status lists them. */
public enum ConditionType {
    /** The spec is valid. */
    ACCEPTED("Accepted"),
    /** What the spec names exists and may be named. */
    RESOLVED_REFS("ResolvedRefs"),
    /** The children are in the cluster as the spec wants them. */
    PROGRAMMED("Programmed"),
    /** The children work. */
    READY("Ready"),
    /** The data has what it was to begin with. */
    INITIALIZED("Initialized"),
    /** The last backup is as young as it has to be. */
    BACKUP_HEALTHY("BackupHealthy"),
    /** The credentials are those that they should be by now. */
    CREDENTIALS_ROTATED("CredentialsRotated"),
    /** Nothing will change until a person acts; absent otherwise (kstatus reads its presence as failure). */
    STALLED("Stalled");

    private final String text;

    ConditionType(String text) {
        this.text = text;
    }

    /** As written in {@code status.conditions[].type}. */
    public String text() {
        return text;
    }
}
