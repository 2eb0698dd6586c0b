// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** When something is due, in UTC. */
public final class Schedule {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** As cron has them. */
    private static final Map<String, String> SHORT = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private final ExecutionTime times;

    private Schedule(ExecutionTime times) {
        this.times = times;
    }

    /** What a cron line of five fields says, or one of the short words; nothing for any other text. */
    public static Optional<Schedule> parse(String text) {
        try {
            var cron = PARSER.parse(SHORT.getOrDefault(text, text));
            return Optional.of(new Schedule(ExecutionTime.forCron(cron)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last time at or before a moment; nothing where it is never due. */
    public Optional<Instant> last(Instant now) {
        // What the library gives is before the moment, and it counts in minutes.
        return times.lastExecution(utc(now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(1)))
                .map(ZonedDateTime::toInstant);
    }

    /** The next time after a moment; nothing where it is never due. */
    public Optional<Instant> next(Instant now) {
        return times.nextExecution(utc(now)).map(ZonedDateTime::toInstant);
    }

    private static ZonedDateTime utc(Instant moment) {
        return moment.atZone(ZoneOffset.UTC);
    }
}
