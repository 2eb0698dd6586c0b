// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databasebackup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import dev.atoll.api.v1alpha1.servicedatabase.Engine;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a DatabaseBackup. */
public record DatabaseBackupStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription(
                "Accepted, ResolvedRefs, Programmed, Ready (the backup is taken) and, when a person must "
                        + "act, Stalled (it failed).")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("When it was begun.") @Size(max = 64) @Nullable
        String startTime,

        @JsonPropertyDescription("When it was taken, or had failed. The rest of this status never changes after that.")
        @Size(max = 64)
        @Nullable
        String completionTime,

        @JsonPropertyDescription("How long it took, as a duration.") @Size(max = 32) @Nullable
        String duration,

        @JsonPropertyDescription("Engine that the data is of.") @Nullable
        Engine engine,

        @JsonPropertyDescription("Version of the server that it was taken from.") @Size(max = 64) @Nullable
        String version,

        @JsonPropertyDescription("Where it is: s3://bucket/folder or volume://claim/folder.")
        @Size(max = 1024)
        @Nullable
        String location,

        @JsonPropertyDescription("The destination of that, which the ServiceDatabase may have changed since.") @Nullable
        Destination destination,

        @JsonPropertyDescription("The folder of that.") @Size(max = 1024) @Nullable
        String folder,

        @JsonPropertyDescription("Its size in bytes.") @Min(0) @Nullable
        Long sizeBytes,

        @JsonPropertyDescription("Its size, for people to read.") @Size(max = 32) @Nullable
        String size,

        @JsonPropertyDescription("Checksum of its content: sha256: and 64 hexadecimal digits.")
        @Size(max = 128)
        @Nullable
        String checksum)
        implements ConditionedStatus {

    public DatabaseBackupStatus {
        conditions = Defaults.list(conditions);
    }
}
