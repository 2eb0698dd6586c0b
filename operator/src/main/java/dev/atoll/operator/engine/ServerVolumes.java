// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.engine.DatabaseServer.Scratch;
import dev.atoll.operator.meta.Names;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a server's pod: the data, its part of the credentials, what it runs at its first start, and folders to write
 * to.
 */
public final class ServerVolumes {
    private static final String CREDENTIALS = "credentials";
    private static final String ADMINISTRATOR = "administrator";
    private static final String FIRST_START = "first-start";
    /** For everybody to read and run. */
    private static final int SCRIPT_MODE = 0555;

    private ServerVolumes() {}

    /**
     * The volumes.
     *
     * @param database name of the ServiceDatabase
     * @param data the volume with the data; empty where a claim template of a StatefulSet brings it
     */
    public static List<Volume> of(DatabaseServer server, String database, Optional<Volume> data) {
        return Stream.of(
                        data.stream(),
                        Stream.of(SecretVolume.of(CREDENTIALS, Names.bindingSecret(database), server.secretFiles())),
                        administrator(server, database),
                        firstStart(server, database),
                        server.scratch().stream().map(ServerVolumes::scratch))
                .flatMap(volumes -> volumes)
                .toList();
    }

    /** Where they are mounted. */
    public static List<VolumeMount> mounts(DatabaseServer server) {
        return Stream.of(
                        Stream.of(data(server), mount(CREDENTIALS, DatabaseServer.SECRETS, true)),
                        server.administratorFiles().isEmpty()
                                ? Stream.<VolumeMount>empty()
                                : Stream.of(mount(ADMINISTRATOR, DatabaseServer.ADMINISTRATOR, true)),
                        server.firstStart().isEmpty()
                                ? Stream.<VolumeMount>empty()
                                : Stream.of(mount(FIRST_START, DatabaseServer.FIRST_START, true)),
                        server.scratch().stream().map(scratch -> mount(scratch.name(), scratch.path(), null)))
                .flatMap(mounts -> mounts)
                .toList();
    }

    /** The volume with the data, by its claim. */
    public static Volume data(String claim) {
        // spotless:off
        return new VolumeBuilder()
            .withName(Names.dataVolume())
            .withNewPersistentVolumeClaim()
                .withClaimName(claim)
            .endPersistentVolumeClaim()
            .build();
        // spotless:on
    }

    /**
     * A volume with data that goes with the pod.
     *
     * @param storageClassName null for the cluster's default
     */
    public static Volume passingData(Quantity size, @Nullable String storageClassName) {
        // spotless:off
        return new VolumeBuilder()
            .withName(Names.dataVolume())
            .withNewEphemeral()
                .withNewVolumeClaimTemplate()
                    .withNewSpec()
                        .withAccessModes("ReadWriteOnce")
                        .withStorageClassName(storageClassName)
                        .withNewResources()
                            .withRequests(Map.of("storage", size))
                        .endResources()
                    .endSpec()
                .endVolumeClaimTemplate()
            .endEphemeral()
            .build();
        // spotless:on
    }

    /** Only where the engine has an administrator beside the owner's user. */
    private static Stream<Volume> administrator(DatabaseServer server, String database) {
        return server.administratorFiles().isEmpty()
                ? Stream.empty()
                : Stream.of(SecretVolume.of(
                        ADMINISTRATOR, Names.administratorSecret(database), server.administratorFiles()));
    }

    private static Stream<Volume> firstStart(DatabaseServer server, String database) {
        if (server.firstStart().isEmpty()) {
            return Stream.empty();
        }
        // spotless:off
        return Stream.of(new VolumeBuilder()
            .withName(FIRST_START)
            .withNewConfigMap()
                .withName(Names.firstStart(database))
                .withDefaultMode(SCRIPT_MODE)
            .endConfigMap()
            .build());
        // spotless:on
    }

    private static VolumeMount data(DatabaseServer server) {
        var mount = mount(Names.dataVolume(), server.dataPath(), null);
        mount.setSubPath(server.dataFolder());
        return mount;
    }

    private static Volume scratch(Scratch scratch) {
        return new VolumeBuilder()
                .withName(scratch.name())
                .withEmptyDir(new EmptyDirVolumeSource(scratch.inMemory() ? "Memory" : null, null))
                .build();
    }

    private static VolumeMount mount(String name, String path, @Nullable Boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build();
    }
}
