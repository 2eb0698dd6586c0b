// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the status of every kind has. */
public interface ConditionedStatus {

    /** metadata.generation of the spec that the status speaks of; null before the first look. */
    @Nullable
    Long observedGeneration();

    /** The standard conditions. */
    List<Condition> conditions();
}
