// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Condition;
import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a ServiceDatabase. */
public record ServiceDatabaseStatus(
        @JsonPropertyDescription("metadata.generation of the spec that this status is about.") @Min(0) @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Accepted, ResolvedRefs, Programmed, Ready, BackupHealthy where spec.backup is set, "
                + "CredentialsRotated where they are to be exchanged and, when a person must act, Stalled.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("Version that runs.") @Size(max = 64) @Nullable
        String version,

        @JsonPropertyDescription("Image that runs.") @Size(max = 512) @Nullable
        String image,

        @JsonPropertyDescription("Secret with the credentials, in the form of a Service Binding.")
        @Size(max = 253)
        @Nullable
        String secretName,

        @JsonPropertyDescription("Where the database is reached.") @Nullable
        DatabaseEndpoint endpoint,

        @JsonPropertyDescription("PersistentVolumeClaim with the data.") @Size(max = 253) @Nullable
        String volumeClaim,

        @JsonPropertyDescription("Size of the volume as it is.") @Size(max = 64) @Nullable
        String storageSize,

        @JsonPropertyDescription("The backups of it, where there are any or spec.backup asks for some.") @Nullable
        BackupStatus backup,

        @JsonPropertyDescription("The credentials of the owner.") @Nullable
        CredentialsStatus credentials)
        implements ConditionedStatus {

    public ServiceDatabaseStatus {
        conditions = Defaults.list(conditions);
    }
}
