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

/** The volumes of the pod: the data (from the claim template), its part of the credentials, and folders to write to. */
final class DatabaseVolumes {
    private static final String CREDENTIALS = "credentials";
    /** Readable for the user of the server and its group, and nobody else. */
    private static final int MODE = 0440;

    private DatabaseVolumes() {}

    static List<Volume> of(ServiceDatabaseModel model) {
        return Stream.concat(
                        Stream.of(credentials(model)),
                        model.server().scratch().stream().map(DatabaseVolumes::scratch))
                .toList();
    }

    static List<VolumeMount> mounts(ServiceDatabaseModel model) {
        return Stream.concat(
                        Stream.of(
                                mount(Names.dataVolume(), model.server().dataPath(), null),
                                mount(CREDENTIALS, DatabaseServer.SECRETS, true)),
                        model.server().scratch().stream().map(scratch -> mount(scratch.name(), scratch.path(), null)))
                .toList();
    }

    private static Volume credentials(ServiceDatabaseModel model) {
        // spotless:off
        return new VolumeBuilder()
            .withName(CREDENTIALS)
            .withNewSecret()
                .withSecretName(model.secretName())
                .withDefaultMode(MODE)
                .withItems(model.server().secretFiles().stream().map(key -> new KeyToPath(key, null, key)).toList())
            .endSecret()
            .build();
        // spotless:on
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
