// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Durations as a spec writes them, such as {@code 1h30m}. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|h|m|s)");

    private Durations() {}

    /** Milliseconds. */
    public static long milliseconds(String duration) {
        return PART.matcher(duration)
                .results()
                .mapToLong(part -> unit(Objects.requireNonNull(part.group(2))).toMillis(Long.parseLong(part.group(1))))
                .sum();
    }

    /** Whole seconds; what is left of one does not count. */
    public static long seconds(String duration) {
        return TimeUnit.MILLISECONDS.toSeconds(milliseconds(duration));
    }

    /** A time as a spec would write it, without what is below a second. */
    public static String text(Duration time) {
        var text = new StringBuilder();
        append(text, time.toHours(), "h");
        append(text, time.toMinutesPart(), "m");
        append(text, time.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }

    private static TimeUnit unit(String name) {
        return switch (name) {
            case "h" -> TimeUnit.HOURS;
            case "m" -> TimeUnit.MINUTES;
            case "s" -> TimeUnit.SECONDS;
            default -> TimeUnit.MILLISECONDS;
        };
    }
}
