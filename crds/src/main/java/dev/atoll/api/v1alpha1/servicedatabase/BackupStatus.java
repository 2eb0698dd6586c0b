// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What is known about the backups of a database. */
public record BackupStatus(
        @JsonPropertyDescription("The time for which the schedule has made its last DatabaseBackup.")
        @Size(max = 64)
        @Nullable
        String lastScheduleTime,

        @JsonPropertyDescription("The next time that one is due.") @Size(max = 64) @Nullable
        String nextScheduleTime,

        @JsonPropertyDescription("The last DatabaseBackup that was taken.") @Size(max = 63) @Nullable
        String lastBackup,

        @JsonPropertyDescription("When that was.") @Size(max = 64) @Nullable
        String lastBackupTime,

        @JsonPropertyDescription("The time for which the schedule has made its last drill.") @Size(max = 64) @Nullable
        String lastDrillTime,

        @JsonPropertyDescription("The next time that a drill is due.") @Size(max = 64) @Nullable
        String nextDrillTime,

        @JsonPropertyDescription("The last time that a backup was really restored, by a drill or to be used.") @Nullable
        VerifiedRestore lastVerifiedRestore,

        @JsonPropertyDescription("Which points in time can be restored, where the server archives what it writes.")
        @Nullable
        PointInTimeRange pointInTime) {}
