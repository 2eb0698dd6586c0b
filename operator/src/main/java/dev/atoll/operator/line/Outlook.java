// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.meta.Identity;
import java.time.Clock;
import java.util.List;

/**
 * What a custom resource would become: the line without its one arrow that writes.
 *
 * @param identity who its children belong to
 * @param validated what checking it gave
 * @param desired its children
 * @param ending the last arrow, from what was applied to the status
 */
public record Outlook(Identity identity, Validated<?> validated, Desired desired, Ending ending) {

    /** Computes a status. */
    @FunctionalInterface
    public interface Ending {
        /**
         * The status once the children are as {@code applied} says.
         *
         * @param before the conditions so far
         */
        ConditionedStatus after(Applied applied, List<Condition> before, Clock clock);
    }
}
