// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** How the owner gets the credentials, beside the files of the Service Binding. */
public record Binding(
        @JsonPropertyDescription("Whether the owner also gets them as environment variables; false if left out.")
        @Default("false")
        Boolean env,

        @JsonPropertyDescription("What the names of the variables start with. Left out: DATABASE_.")
        @Size(min = 1, max = 63)
        @Pattern("^[A-Z][A-Z0-9_]*$")
        @Nullable
        String envPrefix) {

    public Binding {
        env = Defaults.or(env, false);
    }

    /** As if the manifest said nothing. */
    public static Binding ofDefaults() {
        return new Binding(Defaults.absent(), null);
    }
}
