// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What new data begins with. */
@ValidationRule(value = """
                has(self.scripts) || has(self.extensions) && self.extensions.size() > 0 || \
                has(self.schemas) && self.schemas.size() > 0""", message = "names nothing to begin with; give extensions, schemas or scripts, or remove it")
public record Initialization(
        @JsonPropertyDescription(
                "PostgreSQL only: the extensions of the database by their names, for example pgcrypto, in "
                        + "this order. The server's administrator makes them.")
        @Size(max = 32)
        List<@Size(min = 1, max = 63) @Pattern("^[a-z0-9_][a-z0-9_-]*$") String> extensions,

        @JsonPropertyDescription("PostgreSQL only: schemas beside public, which belong to the owner's user.")
        @Size(max = 32)
        List<@Size(min = 1, max = 63) @Pattern("^[a-z_][a-z0-9_]*$") String> schemas,

        @JsonPropertyDescription("SQL that the owner's user runs once, after all that. Left out: none.") @Nullable
        InitializationScripts scripts) {

    public Initialization {
        extensions = Defaults.list(extensions);
        schemas = Defaults.list(schemas);
    }
}
