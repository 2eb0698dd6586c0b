// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

/** Who runs a database's server. */
public enum Provider {
    /** Atoll: a StatefulSet in the same namespace. */
    Atoll,
    /** Somebody else, somewhere else; Atoll only binds it to its owner. */
    External
}
