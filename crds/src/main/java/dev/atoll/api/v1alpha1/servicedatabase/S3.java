// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A bucket of an S3-compatible object store. */
public record S3(
        @JsonPropertyDescription("Name of the bucket.")
        @Required
        @Size(min = 3, max = 63)
        @Pattern("^[a-z0-9][a-z0-9.-]*[a-z0-9]$")
        String bucket,

        @JsonPropertyDescription("http or https URL of the object store. Left out: Amazon's for the region.")
        @Size(min = 8, max = 2048)
        @Pattern("^https?://[^\\s\"'`<>{};\\\\]+$")
        @Nullable
        String endpoint,

        @JsonPropertyDescription("Region of the bucket. Left out: the object store's default.")
        @Size(min = 1, max = 63)
        @Pattern("^[A-Za-z0-9-]+$")
        @Nullable
        String region,

        @JsonPropertyDescription("Folder in the bucket. Left out: namespace/name of the ServiceDatabase.")
        @Size(min = 1, max = 512)
        @Pattern("^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?$")
        @Nullable
        String prefix,

        @JsonPropertyDescription("Secret with the credentials under the keys access-key-id and secret-access-key.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String secretName) {}
