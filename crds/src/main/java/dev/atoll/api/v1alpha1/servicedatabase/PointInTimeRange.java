// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which points in time can be restored. */
public record PointInTimeRange(
        @JsonPropertyDescription("The first one: the end of the oldest base backup. Left out: there is none yet.")
        @Size(max = 64)
        @Nullable
        String from,

        @JsonPropertyDescription(
                "The last one, while archiving fails. Left out: the present, less archiveTimeout at most.")
        @Size(max = 64)
        @Nullable
        String to) {}
