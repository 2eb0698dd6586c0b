// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import static dev.atoll.operator.status.ConditionType.STALLED;

import dev.atoll.operator.line.Applied;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.servicedatabase.Departure.Waiting;
import dev.atoll.operator.status.Conditions;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.WorkloadHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a status says of a ServiceDatabase that is being deleted. */
final class DepartureStatuses {
    private DepartureStatuses() {}

    /**
     * What is to be said instead of the health of the server alone.
     *
     * @param server that health
     */
    static WorkloadHealth health(Departure departure, WorkloadHealth server, Applied applied) {
        return switch (departure) {
            case Departure.Staying staying -> server;
            case Departure.Released(var withData, var backup, var message) ->
                with(applied, new WorkloadHealth(false, Reason.Released, message, false));
            case Waiting waiting -> waiting(waiting, server, applied);
            case Departure.Backing(var attempt) ->
                waiting(
                        Departure.waiting(false, "DatabaseBackup %s is made".formatted(attempt.name())),
                        server,
                        applied);
            case Departure.Trying(var backup) ->
                waiting(
                        Departure.waiting(
                                false,
                                "a DatabaseRestore is made that tries DatabaseBackup %s"
                                        .formatted(backup.getMetadata().getName())),
                        server,
                        applied);
        };
    }

    /** A person must act whose backup cannot be made, whatever else is wrong with the spec. */
    static void addStalled(Conditions conditions, WorkloadHealth health) {
        if (health.stalled()) {
            conditions.isTrue(STALLED, health.reason(), health.message());
        }
    }

    /** How long it is until another attempt is made. */
    static Stream<Duration> settling(Departure departure, Instant now) {
        return departure instanceof Waiting waiting
                ? waiting.until().filter(now::isBefore).map(time -> Duration.between(now, time)).stream()
                : Stream.empty();
    }

    private static WorkloadHealth waiting(Waiting waiting, WorkloadHealth server, Applied applied) {
        return with(
                applied,
                new WorkloadHealth(
                        false,
                        waiting.reason(),
                        waiting.message() + "; the server: " + server.message(),
                        waiting.isStalled() || server.stalled()));
    }

    /** And what could not be made or handed over. */
    private static WorkloadHealth with(Applied applied, WorkloadHealth health) {
        var message = Stream.concat(
                        Stream.of(health.message()), applied.blocked().stream().map(Blocked::message))
                .collect(Collectors.joining("; "));
        boolean isRefused = applied.blocked().stream().anyMatch(blocked -> blocked.reason() != Reason.Waiting);
        return new WorkloadHealth(false, health.reason(), message, health.stalled() || isRefused);
    }
}
