// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The last time that a backup was really restored. */
public record VerifiedRestore(
        @JsonPropertyDescription("The DatabaseBackup.") @Size(max = 63) @Nullable
        String backup,

        @JsonPropertyDescription("When it was restored.") @Size(max = 64) @Nullable
        String time,

        @JsonPropertyDescription("How long that took, from its Job's start on, as a duration.")
        @Size(max = 32)
        @Nullable
        String recoveryTime,

        @JsonPropertyDescription("The moment that the backup was begun: it has what was written before.")
        @Size(max = 64)
        @Nullable
        String recoveryPoint) {}
