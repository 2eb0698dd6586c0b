// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done to the data of a service before another image of it rolls out. */
@ValidationRule(
        value = """
                has(self.image) || has(self.command) && self.command.size() > 0 || \
                has(self.args) && self.args.size() > 0""",
        message = "would start the service itself; give command or args for the migration, or an image of its own")
public record Migration(
        @JsonPropertyDescription("Container image. Left out: the service's, in the version that is to roll out.")
        @Size(min = 1, max = 512)
        @Pattern(Formats.IMAGE)
        @Nullable
        String image,

        @JsonPropertyDescription("Entry point. Left out: the image's.") @Size(max = 100)
        List<@Size(max = 8192) String> command,

        @JsonPropertyDescription("Arguments of the entry point. Left out: the image's.") @Size(max = 100)
        List<@Size(max = 8192) String> args,

        @JsonPropertyDescription(
                "How long it may take, with its attempts, before it is given up, as a duration such as 1h; "
                        + "10m if left out.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Default("10m")
        String timeout,

        @JsonPropertyDescription(
                "Whether a backup of each database of the service is taken before. Left out: of each that "
                        + "has a destination in spec.backup; with true, each must have one.")
        @Nullable
        Boolean backup) {

    public Migration {
        command = Defaults.list(command);
        args = Defaults.list(args);
        timeout = Defaults.or(timeout, "10m");
    }
}
