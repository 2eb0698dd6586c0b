// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out what Kubernetes leaves out: its types drop many fields that are zero, so that writing the zero would look
 * like a difference for ever.
 */
public final class Omit {
    private Omit() {}

    /** The number, or null when it is zero. */
    public static @Nullable Integer zero(int number) {
        return number == 0 ? null : number;
    }
}
