// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Regular trials of the last backup. */
public record Drill(
        @JsonPropertyDescription(
                "When, as a cron line of five fields in UTC, or @hourly, @daily, @weekly, @monthly or @yearly.")
        @Required
        @Size(min = 6, max = 100)
        @Pattern(Backup.SCHEDULE)
        String schedule,

        @JsonPropertyDescription(
                "SQL that the owner's user asks of what was restored; the drill has failed unless the first answer "
                        + "is true. Left out: it is enough that everything can be restored.")
        @Size(min = 1, max = 4096)
        @Nullable
        String query) {}
