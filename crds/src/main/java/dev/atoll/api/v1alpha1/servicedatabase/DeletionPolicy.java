// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

/** What becomes of the data when the ServiceDatabase is deleted. */
public enum DeletionPolicy {
    Retain,
    Snapshot,
    Delete
}
