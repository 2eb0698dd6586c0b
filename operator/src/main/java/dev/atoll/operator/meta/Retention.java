// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.servicedatabase.Backup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How long backups of a schedule are kept. The newest one always is, however old it gets.
 *
 * @param count how many
 * @param age how much older than the newest one they may be; empty for any age
 */
public record Retention(int count, Optional<Duration> age) {

    /** As a spec says it. */
    public static Retention of(Backup backup) {
        return new Retention(
                backup.keep(),
                Optional.ofNullable(backup.keepFor()).map(text -> Duration.ofSeconds(Durations.seconds(text))));
    }

    /** Those that are no longer kept. */
    public <T> List<T> expired(List<T> newestFirst, Function<T, Instant> completed) {
        return IntStream.range(1, newestFirst.size())
                .filter(i -> i >= count
                        || isTooOld(completed.apply(newestFirst.get(i)), completed.apply(newestFirst.getFirst())))
                .mapToObj(newestFirst::get)
                .toList();
    }

    private boolean isTooOld(Instant time, Instant newest) {
        return age.filter(most -> time.isBefore(newest.minus(most))).isPresent();
    }
}
