// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** Configuration files, delivered as a read-only volume. */
@ValidationRule(
        value = "self.files.all(f, f.size() <= 253 && f.matches('^[-._a-zA-Z0-9]+$') && f != '.' && f != '..')",
        fieldPath = ".files",
        message = "a file name may have at most 253 letters, digits, '-', '_' and '.'; rename the file, "
                + "and use mountPath for its folder")
public record Config(
        @JsonPropertyDescription("Content by file name, at most 1 MiB in all.") @Required @Size(min = 1, max = 50)
        Map<String, @Size(max = 262144) String> files,

        @JsonPropertyDescription("Folder in the container where the files appear; /config if left out.")
        @Size(min = 2, max = 1024)
        @Pattern(Formats.FILE_PATH)
        @Default("/config")
        String mountPath,

        @JsonPropertyDescription("Whether a change of a file replaces the pods; true if left out. With false a running "
                + "pod sees the new content after about a minute.")
        @Default("true")
        Boolean rollOnChange) {

    public Config {
        files = Defaults.map(files);
        mountPath = Defaults.or(mountPath, "/config");
        rollOnChange = Defaults.or(rollOnChange, true);
    }
}
