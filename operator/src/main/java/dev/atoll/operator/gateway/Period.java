// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Periods of a rate limit that have a name of their own. */
public final class Period {
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|h|m|s)");

    private Period() {}

    /** The name of a period such as 1s or 60s; empty for one that has none. */
    public static Optional<String> unit(String duration) {
        return switch (parse(duration).toString()) {
            case "PT1S" -> Optional.of("Second");
            case "PT1M" -> Optional.of("Minute");
            case "PT1H" -> Optional.of("Hour");
            case "PT24H" -> Optional.of("Day");
            default -> Optional.empty();
        };
    }

    private static Duration parse(String duration) {
        return PART.matcher(duration)
                .results()
                .map(part -> length(Long.parseLong(part.group(1)), Objects.requireNonNull(part.group(2))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(long amount, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMillis(amount);
        };
    }
}
