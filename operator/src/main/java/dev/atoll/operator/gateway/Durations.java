// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Durations as a spec writes them, such as {@code 1h30m}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|h|m|s)");

    private Durations() {}

    static long milliseconds(String duration) {
        return PART.matcher(duration)
                .results()
                .mapToLong(part -> unit(Objects.requireNonNull(part.group(2))).toMillis(Long.parseLong(part.group(1))))
                .sum();
    }

    /** Whole seconds; what is left of one does not count. */
    static long seconds(String duration) {
        return TimeUnit.MILLISECONDS.toSeconds(milliseconds(duration));
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
