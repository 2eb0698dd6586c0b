// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A database that lives elsewhere. */
public record External(
        @JsonPropertyDescription(
                "Host name or IPv4 address at which the owner's pods reach the server; of a Service of "
                        + "this cluster in full: NAME.NAMESPACE.svc.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.HOST)
        String host,

        @JsonPropertyDescription("Port. Left out: the engine's own, 5432, 3306 or 6379.") @Min(1) @Max(65535) @Nullable
        Integer port,

        @JsonPropertyDescription(
                "Name of the database in the server; with Valkey its number, and 0 if left out. Else it is needed.")
        @Size(min = 1, max = 63)
        @Pattern("^[A-Za-z0-9_][A-Za-z0-9_.-]*$")
        @Nullable
        String database,

        @JsonPropertyDescription("User that the owner logs in as. Left out: as the key username of the Secret says.")
        @Size(min = 1, max = 128)
        @Pattern("^[A-Za-z0-9_][A-Za-z0-9_.@$-]*$")
        @Nullable
        String username,

        @JsonPropertyDescription("What the owner logs in with.") @Required
        ExternalCredentials credentials) {}
