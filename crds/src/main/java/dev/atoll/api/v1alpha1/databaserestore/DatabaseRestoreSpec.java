// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databaserestore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What is wanted of a DatabaseRestore. */
@ValidationRule(
        value = "self == oldSelf",
        message = "cannot change, for a restore is made once; create another DatabaseRestore")
@ValidationRule(value = "!(has(self.backup) && has(self.source))", message = "has both backup and source; keep one")
@ValidationRule(
        value = "has(self.backup) || has(self.source) || has(self.pointInTime)",
        message = "needs one of backup, source and pointInTime; set one")
@ValidationRule(
        value = "!has(self.query) || self.mode == 'Drill'",
        fieldPath = ".query",
        message = "is asked in drills only; remove it, or set mode to Drill")
public record DatabaseRestoreSpec(
        @JsonPropertyDescription(
                "Name of the ServiceDatabase that gets the content, in the same namespace. It need not be the "
                        + "one that the backup is of, and must be of the same engine.")
        @Required
        @Size(min = 1, max = 52)
        @Pattern(Formats.SERVICE_NAME)
        String database,

        @JsonPropertyDescription(
                "What it is made for. Replace: the database goes over to what is restored. Drill: it is tried "
                        + "whether the backup can be restored, on a volume that goes afterwards; the database is not touched.")
        @Required
        RestoreMode mode,

        @JsonPropertyDescription("Name of the DatabaseBackup, in the same namespace.")
        @Size(min = 1, max = 63)
        @Pattern(Formats.DNS_LABEL)
        @Nullable
        String backup,

        @JsonPropertyDescription("A backup of which this cluster has no DatabaseBackup.") @Nullable
        RestoreSource source,

        @JsonPropertyDescription(
                "The time to go back to, as RFC 3339 has it, such as 2026-03-01T14:02:30Z: what was written up to then is "
                        + "restored, and nothing after. Beside backup or source: from that base backup. Alone: from the last "
                        + "base backup before. Left out: the time of the backup.")
        @Size(min = 20, max = 40)
        @Pattern(TIME)
        @Nullable
        String pointInTime,

        @JsonPropertyDescription(
                "SQL that the owner's user asks of what was restored in a drill; it has failed unless the first "
                        + "answer is true.")
        @Size(min = 1, max = 4096)
        @Nullable
        String query,

        @JsonPropertyDescription(
                "How long it may take before it is given up, as a duration such as 12h; 4h if left out.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Default("4h")
        String timeout) {
    private static final String TIME =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    public DatabaseRestoreSpec {
        timeout = Defaults.or(timeout, "4h");
    }
}
