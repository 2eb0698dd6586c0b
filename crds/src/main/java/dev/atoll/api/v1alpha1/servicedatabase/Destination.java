// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where backups are kept, and how. */
@ValidationRule(value = "has(self.s3) != has(self.volume)", message = "needs exactly one of s3 and volume; keep one")
public record Destination(
        @JsonPropertyDescription("A bucket of an S3-compatible object store.") @Nullable
        S3 s3,

        @JsonPropertyDescription("A volume of this namespace.") @Nullable
        VolumeDestination volume,

        @JsonPropertyDescription("Encrypts the content. Left out: it is kept as it is.") @Nullable
        Encryption encryption) {}
