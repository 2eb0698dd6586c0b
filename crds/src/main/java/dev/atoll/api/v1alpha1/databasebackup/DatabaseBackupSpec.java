// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databasebackup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What is wanted of a DatabaseBackup. */
@ValidationRule(
        value = "self.type != 'Base' || !has(self.destination)",
        fieldPath = ".destination",
        message = "is that of the archive for a base backup (spec.backup of the ServiceDatabase); remove it")
@ValidationRule(
        value = "self == oldSelf",
        message = "cannot change, for a backup is taken once; create another DatabaseBackup")
public record DatabaseBackupSpec(
        @JsonPropertyDescription("Name of the ServiceDatabase, in the same namespace.")
        @Required
        @Size(min = 1, max = 52)
        @Pattern(Formats.SERVICE_NAME)
        String database,

        @JsonPropertyDescription(
                "What it has. Dump: the content of the database, also for later versions and other databases. Base: the "
                        + "files of the server, from which its archive leads to any later second; needs "
                        + "spec.backup.pointInTime of the ServiceDatabase. Dump if left out.")
        @Default("Dump")
        BackupType type,

        @JsonPropertyDescription("Where it is kept. Left out: where spec.backup of the ServiceDatabase says.") @Nullable
        Destination destination,

        @JsonPropertyDescription(
                "How long it may take before it is given up, as a duration such as 2h; 1h if left out.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Default("1h")
        String timeout) {

    public DatabaseBackupSpec {
        type = Defaults.or(type, BackupType.Dump);
        timeout = Defaults.or(timeout, "1h");
    }
}
