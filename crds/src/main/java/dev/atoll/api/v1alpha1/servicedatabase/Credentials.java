// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where the password of the owner comes from, and how it is exchanged. */
@ValidationRule(
        value = "!has(self.secretName) || !has(self.rotation)",
        fieldPath = ".rotation",
        message =
                "cannot be beside secretName, since another password comes when somebody writes one into that Secret; "
                        + "remove one of the two")
public record Credentials(
        @JsonPropertyDescription(
                "Secret in the same namespace with the owner's password under the key password: at most 128 letters, digits, "
                        + "'-', '.', '_' and '~'. Another one that is written there is exchanged for it. Left out: the "
                        + "password is made up.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String secretName,

        @JsonPropertyDescription(
                "When they are exchanged, as a cron line of five fields in UTC, or @hourly, @daily, @weekly, @monthly "
                        + "or @yearly. Left out: on demand only, by the annotation atoll.dev/rotate-credentials.")
        @Size(min = 6, max = 100)
        @Pattern(Backup.SCHEDULE)
        @Nullable
        String rotation,

        @JsonPropertyDescription(
                "How long the former ones work after the new ones are given out, as a duration; 10m if left out.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Default("10m")
        String overlap,

        @JsonPropertyDescription(
                "How the pods of the owner get the new ones: Restart (the default), or Reload, for a service that reads "
                        + "the files of its binding again by itself within the overlap.")
        @Default("Restart")
        CredentialsUpdate update) {

    public Credentials {
        overlap = Defaults.or(overlap, "10m");
        update = Defaults.or(update, CredentialsUpdate.Restart);
    }

    /** As if the manifest said nothing. */
    public static Credentials ofDefaults() {
        return new Credentials(null, null, Defaults.absent(), Defaults.absent());
    }
}
