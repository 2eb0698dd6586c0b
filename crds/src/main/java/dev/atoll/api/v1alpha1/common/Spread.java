// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

/** How strictly replicas are kept on different nodes and in different zones. */
public enum Spread {
    /** Apart where that is possible. */
    Preferred,
    /** Apart, or pending. */
    Required,
    /** Wherever the scheduler likes. */
    None
}
