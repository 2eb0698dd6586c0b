// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of an archive can follow a base backup: the segments from its first one on, up to the first that is missing.
 *
 * @param segments their names
 * @param until up to when everything is in them; empty where there are none
 * @param isCut whether there are later ones, which nothing leads to
 */
record WalRange(Set<String> segments, Optional<Instant> until, boolean isCut) {
    /** A server takes the time of a change a moment before it writes it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    WalRange {
        segments = Set.copyOf(segments);
    }

    /**
     * Looks at the archive.
     *
     * @param first the first segment that is needed
     */
    static WalRange of(WalArchive archive, String first) throws IOException {
        var names = archive.names().stream()
                .filter(WalSegment::isOne)
                .filter(name -> name.compareTo(first) >= 0)
                .toList();
        var start = archive.record(first);
        if (start.isEmpty()) {
            return new WalRange(Set.of(), Optional.empty(), !names.isEmpty());
        }
        return whole(archive, names, first, start.get());
    }

    /** The last one may be on its way: its record is written last. */
    private static WalRange whole(WalArchive archive, List<String> names, String first, WalRecord start)
            throws IOException {
        var present = Set.copyOf(names);
        var segments = new HashSet<String>();
        var record = start;
        var last = first;
        for (var name = first; present.contains(name); name = WalSegment.next(name, start.contentBytes())) {
            segments.add(name);
            last = name;
        }
        var found = archive.record(last);
        if (found.isPresent()) {
            record = found.get();
        } else {
            segments.remove(last);
            record = last(archive, segments).orElse(start);
        }
        return new WalRange(
                segments,
                Optional.of(Instant.parse(record.written()).minus(MOMENT)),
                names.size() > segments.size() + (found.isPresent() ? 0 : 1));
    }

    private static Optional<WalRecord> last(WalArchive archive, Set<String> segments) throws IOException {
        var name = segments.stream().max(String::compareTo);
        return name.isPresent() ? archive.record(name.get()) : Optional.empty();
    }

    /** Whether everything that was written up to a time is there. */
    boolean reaches(Instant time) {
        return until.filter(end -> !time.isAfter(end)).isPresent();
    }
}
