// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Regular backups. */
@ValidationRule(
        value = "!has(self.pointInTime) || has(self.destination.s3)",
        fieldPath = ".pointInTime",
        message = "needs a bucket (destination.s3), for a volume would tie the server to the node that has it; "
                + "set one, or remove pointInTime")
public record Backup(
        @JsonPropertyDescription(
                "When, as a cron line of five fields in UTC, or @hourly, @daily, @weekly, @monthly or @yearly.")
        @Required
        @Size(min = 6, max = 100)
        @Pattern(SCHEDULE)
        String schedule,

        @JsonPropertyDescription(
                "How many backups of the schedule are kept, here and where they are; 7 if left out. Others are "
                        + "never deleted.")
        @Min(1)
        @Max(1000)
        @Default("7")
        Integer keep,

        @JsonPropertyDescription(
                "How long a backup of the schedule is kept at most, as a duration such as 720h; the last one is always "
                        + "kept. Left out: as long as keep says.")
        @Size(min = 2, max = 24)
        @Pattern(Formats.DURATION)
        @Nullable
        String keepFor,

        @JsonPropertyDescription("Where they are kept.") @Required
        Destination destination,

        @JsonPropertyDescription("When it is tried whether the last one can be restored. Left out: never.") @Nullable
        Drill drill,

        @JsonPropertyDescription(
                "Archives what the server writes, beside the backups, so that any second since the oldest one can be "
                        + "restored; those of the schedule are base backups then. For PostgreSQL and a bucket. Setting or "
                        + "removing it restarts the server once. Left out: a restore leads to the time of a backup.")
        @Nullable
        PointInTime pointInTime) {
    static final String SCHEDULE =
            "^(@(hourly|daily|midnight|weekly|monthly|yearly|annually)|[0-9A-Za-z*/,?-]+( [0-9A-Za-z*/,?-]+){4})$";

    public Backup {
        keep = Defaults.or(keep, 7);
    }
}
