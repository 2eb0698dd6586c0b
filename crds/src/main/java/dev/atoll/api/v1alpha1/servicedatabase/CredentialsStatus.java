// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What is known about the credentials of a database's owner. */
public record CredentialsStatus(
        @JsonPropertyDescription("The user that the owner logs in as.") @Size(max = 63) @Nullable
        String username,

        @JsonPropertyDescription("Since when.") @Size(max = 64) @Nullable
        String since,

        @JsonPropertyDescription("The next time that they are to be exchanged.") @Size(max = 64) @Nullable
        String nextRotationTime) {}
