// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.BackupRecord;
import dev.atoll.operator.meta.BaseStart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a base backup: the server's log, as far as a point in time needs it. What is archived while the server reads is not
 * given any more, or it might read on beyond that time.
 */
public final class WalSequel implements BackupReader.Sequel {
    /** A look lists everything that is archived. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final BackupStore store;
    private final ContentKey key;
    private final Optional<Instant> target;
    private final Duration patience;
    private final Clock clock;
    private Optional<WalArchive> archive = Optional.empty();
    private Set<String> segments = Set.of();

    /**
     * What follows.
     *
     * @param target the point in time; empty for the end of the base backup itself
     * @param patience how long to wait for what was written last to be archived
     */
    public WalSequel(BackupStore store, ContentKey key, Optional<Instant> target, Duration patience, Clock clock) {
        this.store = store;
        this.key = key;
        this.target = target;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void prepare(String folder, BackupRecord record) throws IOException {
        var start = Objects.requireNonNull(record.base());
        var from = Instant.parse(record.completed());
        var found = new WalArchive(store, ArchivePlace.log(ArchivePlace.historyOf(folder), start.server()), key);
        var goal = target.orElse(from);
        if (goal.isBefore(from)) {
            throw new IOException(
                    "%s is before the end of the base backup in %s, %s; name a later time or an earlier one"
                            .formatted(goal, folder, from));
        }
        archive = Optional.of(found);
        // A base backup is not over before what it needs is archived.
        segments = target.isPresent()
                ? awaited(found, start, from, goal).segments()
                : WalRange.of(found, start.segment()).segments();
        if (segments.isEmpty()) {
            throw new IOException(
                    "%s, with which the base backup in %s begins, is not archived (any more); use another one"
                            .formatted(start.segment(), folder));
        }
    }

    private WalRange awaited(WalArchive found, BaseStart start, Instant from, Instant goal) throws IOException {
        var end = clock.instant().plus(patience);
        var range = WalRange.of(found, start.segment());
        while (!range.reaches(goal)) {
            if (clock.instant().isAfter(end)) {
                throw new IOException(outOfRange(range, from, goal));
            }
            Exchange.pause(BETWEEN_LOOKS);
            range = WalRange.of(found, start.segment());
        }
        return range;
    }

    private static String outOfRange(WalRange range, Instant from, Instant goal) {
        var until =
                range.until().map(end -> end.truncatedTo(ChronoUnit.SECONDS)).filter(end -> !end.isBefore(from));
        return "nothing that is archived reaches %s; what there is leads from %s to %s%s"
                .formatted(
                        goal,
                        from,
                        until.orElse(from),
                        range.isCut()
                                ? ", where a part is missing; name a time in between, or one after the next base backup"
                                : "; name a time in between, or wait until more is archived");
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        while (!exchange.isDone()) {
            for (var name : exchange.wanted()) {
                if (segments.contains(name)) {
                    archive.orElseThrow().get(name, exchange.incoming(name));
                    exchange.found(name);
                } else {
                    exchange.missing(name);
                }
            }
            Exchange.pause();
        }
    }
}
