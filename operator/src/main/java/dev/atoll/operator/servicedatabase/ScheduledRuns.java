// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.common.ConditionedStatus;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Schedule;
import dev.atoll.operator.status.ConditionType;
import dev.atoll.operator.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a schedule has made so far, and which time it owes.
 *
 * @param runs the resources that it has made and that are still there
 * @param remembered the last time that a status tells of; the resource that was made for it may be deleted
 * @param since when the database was made, which owes nothing for a time before
 * @param now what time it is
 * @param <T> what it makes
 */
record ScheduledRuns<T extends CustomResource<?, ? extends ConditionedStatus>>(
        List<T> runs, Optional<Instant> remembered, Instant since, Instant now) {

    /** Of all resources, those that a schedule has made. */
    ScheduledRuns {
        runs = runs.stream().filter(run -> scheduledFor(run).isPresent()).toList();
    }

    /** The time for which a resource was made; nothing for one that somebody made on demand. */
    static Optional<Instant> scheduledFor(HasMetadata run) {
        return Annotations.get(run, Annotations.SCHEDULED_FOR).map(Instant::parse);
    }

    /** Whether it has succeeded, or failed for good. */
    static boolean isOver(CustomResource<?, ? extends ConditionedStatus> run) {
        return Conditions.hold(run, ConditionType.READY) || Conditions.hold(run, ConditionType.STALLED);
    }

    /** The last time that was due, however long ago, if nothing has been made for it and nothing is under way. */
    Optional<Instant> due(Schedule schedule) {
        return schedule.last(now)
                .filter(time -> time.isAfter(since))
                .filter(time -> lastTime().filter(last -> !last.isBefore(time)).isEmpty())
                // One at a time: what is late because another one takes long is made afterwards.
                .filter(time -> runs.stream().allMatch(ScheduledRuns::isOver));
    }

    /** The last time for which something was made, also where that is deleted. */
    Optional<Instant> lastTime() {
        return Stream.concat(runs.stream().flatMap(run -> scheduledFor(run).stream()), remembered.stream())
                .max(Comparator.naturalOrder());
    }

    /** The last resource that was made. */
    Optional<T> last() {
        return newestFirst().findFirst();
    }

    /** All of them. */
    Stream<T> newestFirst() {
        return runs.stream()
                .sorted(Comparator.comparing((T run) -> scheduledFor(run).orElseThrow())
                        .reversed());
    }

    /**
     * The last time for which something was made by now.
     *
     * @param made what was made just now; what was refused is not among it, and stays due
     */
    Optional<Instant> lastTime(List<T> made) {
        return Stream.concat(lastTime().stream(), made.stream().flatMap(run -> scheduledFor(run).stream()))
                .max(Comparator.naturalOrder());
    }
}
