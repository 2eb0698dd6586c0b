// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.DatabaseServer;
import dev.atoll.operator.engine.DatabaseServer.Scratch;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of the pod: the data (from the claim template), its part of the credentials, what it runs at its first start, and
 * folders to write to.
 */
final class DatabaseVolumes {
    private static final String CREDENTIALS = "credentials";
    private static final String ADMINISTRATOR = "administrator";
    /** Readable for the user of the server and its group, and nobody else. */
    private static final int MODE = 0440;

    private static final String FIRST_START = "first-start";
    /** For everybody to read and run. */
    private static final int SCRIPT_MODE = 0555;

    private DatabaseVolumes() {}

    static List<Volume> of(ServiceDatabaseModel model) {
        return Stream.of(
                        Stream.of(credentials(model)),
                        administrator(model),
                        firstStart(model),
                        model.server().scratch().stream().map(DatabaseVolumes::scratch))
                .flatMap(volumes -> volumes)
                .toList();
    }

    static List<VolumeMount> mounts(ServiceDatabaseModel model) {
        return Stream.of(
                        Stream.of(data(model), mount(CREDENTIALS, DatabaseServer.SECRETS, true)),
                        administrator(model).map(volume -> mount(volume.getName(), DatabaseServer.ADMINISTRATOR, true)),
                        firstStart(model).map(volume -> mount(volume.getName(), DatabaseServer.FIRST_START, true)),
                        model.server().scratch().stream().map(scratch -> mount(scratch.name(), scratch.path(), null)))
                .flatMap(mounts -> mounts)
                .toList();
    }

    private static Volume credentials(ServiceDatabaseModel model) {
        return secret(CREDENTIALS, model.secretName(), model.server().secretFiles());
    }

    /** Only where the engine has an administrator beside the owner's user. */
    private static Stream<Volume> administrator(ServiceDatabaseModel model) {
        return model.hasAdministrator()
                ? Stream.of(secret(
                        ADMINISTRATOR,
                        model.administratorSecretName(),
                        model.server().administratorFiles()))
                : Stream.empty();
    }

    private static Stream<Volume> firstStart(ServiceDatabaseModel model) {
        // spotless:off
        return DatabaseFirstStart.of(model).stream().map(scripts -> new VolumeBuilder()
            .withName(FIRST_START)
            .withNewConfigMap()
                .withName(scripts.getMetadata().getName())
                .withDefaultMode(SCRIPT_MODE)
            .endConfigMap()
            .build());
        // spotless:on
    }

    private static Volume secret(String volume, String name, List<String> files) {
        // spotless:off
        return new VolumeBuilder()
            .withName(volume)
            .withNewSecret()
                .withSecretName(name)
                .withDefaultMode(MODE)
                .withItems(files.stream().map(key -> new KeyToPath(key, null, key)).toList())
            .endSecret()
            .build();
        // spotless:on
    }

    private static VolumeMount data(ServiceDatabaseModel model) {
        var mount = mount(Names.dataVolume(), model.server().dataPath(), null);
        mount.setSubPath(model.server().dataFolder());
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
