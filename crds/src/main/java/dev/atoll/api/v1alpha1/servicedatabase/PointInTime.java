// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Everything that the server writes is archived, so that any second can be restored. */
@ValidationRule(
        value = "duration(self.archiveTimeout) >= duration('10s') && duration(self.archiveTimeout) <= duration('1h')",
        fieldPath = ".archiveTimeout",
        message = "must be from 10s to 1h; correct it")
public record PointInTime(
        @JsonPropertyDescription(
                "How long what was written may wait before it is archived, as a duration such as 30s, from 10s to 1h: what "
                        + "is lost at most if the volume is; 60s if left out.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Default("60s")
        String archiveTimeout) {

    public PointInTime {
        archiveTimeout = Defaults.or(archiveTimeout, "60s");
    }
}
