// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.Backup;
import dev.atoll.operator.engine.Archiver;
import dev.atoll.operator.engine.DatabaseArchiving;
import dev.atoll.operator.engine.DatabaseEngine;
import dev.atoll.operator.engine.DatabaseSettings;
import dev.atoll.operator.meta.ArchivePlace;
import dev.atoll.operator.meta.ArchiverReport;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.DataClaims;
import dev.atoll.operator.meta.Durations;
import dev.atoll.operator.meta.Names;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the server archives everything that it writes.
 *
 * @param parameters settings of the server for that
 * @param files what it needs for that, by their names
 * @param archiver the container that stores it
 */
public record ArchivePlan(Map<String, String> parameters, Map<String, String> files, Archiver archiver) {
    /** So many times it may miss before somebody is told. */
    private static final long PATIENCE = 3;

    public ArchivePlan {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Nothing for a spec that does not want it, or cannot have it. */
    static Optional<ArchivePlan> from(
            ServiceDatabaseObserved observed, DatabaseEngine engine, DatabaseSettings settings, BackupTool current) {
        return timeout(observed)
                .flatMap(timeout -> engine.archiving(settings, observed.data().name(), timeout)
                        .map(archiving -> of(
                                observed,
                                archiving,
                                tool(observed, engine.server(settings).image()).orElse(current),
                                timeout)));
    }

    /** How long something may wait to be archived; nothing where nothing is. */
    static Optional<Duration> timeout(ServiceDatabaseObserved observed) {
        return Optional.ofNullable(observed.resource().getSpec().backup())
                .map(Backup::pointInTime)
                .map(wanted -> Duration.ofSeconds(Durations.seconds(wanted.archiveTimeout())));
    }

    private static ArchivePlan of(
            ServiceDatabaseObserved observed, DatabaseArchiving archiving, BackupTool tool, Duration timeout) {
        var metadata = observed.resource().getMetadata();
        var destination =
                Objects.requireNonNull(observed.resource().getSpec().backup()).destination();
        var backups = BackupPlace.ofDatabase(destination, metadata.getNamespace(), metadata.getName());
        return new ArchivePlan(
                archiving.parameters(),
                archiving.files(),
                new Archiver(
                        tool,
                        ArchivePlace.of(backups, observed.data().name()),
                        timeout.multipliedBy(PATIENCE).toSeconds(),
                        Names.archiveFiles(metadata.getName())));
    }

    /**
     * The program that runs beside the server already: another version of Atoll is no reason to restart a database. It is exchanged
     * when the server's image is, or its volume.
     */
    private static Optional<BackupTool> tool(ServiceDatabaseObserved observed, String serverImage) {
        return observed.statefulSet()
                .filter(set -> DataClaims.nameOf(set)
                        .map(observed.data().name()::equals)
                        .orElse(true))
                .flatMap(ArchivePlan::pod)
                .filter(pod ->
                        pod.getContainers().stream().map(Container::getImage).anyMatch(serverImage::equals))
                .flatMap(pod -> pod.getInitContainers().stream()
                        .filter(container -> ArchiverReport.CONTAINER.equals(container.getName()))
                        .findFirst())
                .map(container -> new BackupTool(container.getImage(), container.getImagePullPolicy()));
    }

    private static Optional<PodSpec> pod(StatefulSet set) {
        return Optional.ofNullable(set.getSpec().getTemplate().getSpec());
    }
}
