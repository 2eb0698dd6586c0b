// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

/** How the pods of a database's owner get new credentials. */
public enum CredentialsUpdate {
    /** They are restarted, as for a change of the configuration. */
    Restart,
    /** They read their files again by themselves. */
    Reload
}
