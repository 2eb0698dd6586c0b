// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databaserestore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a DatabaseRestore. */
public record DatabaseRestoreStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription(
                "Accepted, ResolvedRefs, Programmed, Ready (the database runs on what was restored; in a drill, it could) and, when "
                        + "a person must act, Stalled (it failed, and the database is as it was).")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("When it was begun.") @Size(max = 64) @Nullable
        String startTime,

        @JsonPropertyDescription("When the content was on its new volume, or the restore had failed.")
        @Size(max = 64)
        @Nullable
        String completionTime,

        @JsonPropertyDescription("From the one to the other, as a duration.") @Size(max = 32) @Nullable
        String duration,

        @JsonPropertyDescription("Where the backup is: s3://bucket/folder or volume://claim/folder.")
        @Size(max = 1024)
        @Nullable
        String location,

        @JsonPropertyDescription("The DatabaseBackup that it goes by, where spec.pointInTime alone has led to it.")
        @Size(max = 63)
        @Nullable
        String backup,

        @JsonPropertyDescription("PersistentVolumeClaim with what was restored.") @Size(max = 253) @Nullable
        String volumeClaim,

        @JsonPropertyDescription("PersistentVolumeClaim with the data from before, which is kept until you delete it.")
        @Size(max = 253)
        @Nullable
        String previousVolumeClaim)
        implements ConditionedStatus {

    public DatabaseRestoreStatus {
        conditions = Defaults.list(conditions);
    }
}
