// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databasebackup;

/** What a backup has. */
public enum BackupType {
    /** The content of the database, which servers of later versions and other databases can take. */
    Dump,
    /** The files of the server, from which archived changes lead to any later second; for the very database alone. */
    Base
}
