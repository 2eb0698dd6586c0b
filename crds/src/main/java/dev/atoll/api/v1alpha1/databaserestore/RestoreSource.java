// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.databaserestore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.servicedatabase.Destination;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A backup of which this cluster has no DatabaseBackup. */
public record RestoreSource(
        @JsonPropertyDescription("Where backups are kept; prefix does not count.") @Required
        Destination destination,

        @JsonPropertyDescription("The folder with the backup, that is with backup.json.")
        @Required
        @Size(min = 1, max = 1024)
        @Pattern("^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$")
        String folder) {}
