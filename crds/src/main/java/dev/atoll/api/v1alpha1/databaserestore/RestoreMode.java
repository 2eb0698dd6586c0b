// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databaserestore;

/** What a restore is made for. */
public enum RestoreMode {
    /** The database goes over to what is restored. */
    Replace,
    /** It is tried whether the backup can be restored; the database is not touched, and nothing is left. */
    Drill
}
