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
@ValidationRule(
        value = "has(self.backup) != has(self.source)",
        message = "needs exactly one of backup and source; keep one")
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

    public DatabaseRestoreSpec {
        timeout = Defaults.or(timeout, "4h");
    }
}
