// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.operator.meta.BackupPlace;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The volumes of a pod that moves content: the pipe, what its scripts log in with, and the place of the backup. */
final class TransferVolumes {
    static final String PLACE_PATH = "/backups";
    static final String CREDENTIALS_PATH = "/etc/atoll/store";

    private static final String KEY_PATH = "/etc/atoll/encryption";
    private static final String KEY = "key";

    /** The key that backups are encrypted with. */
    static final String KEY_FILE = KEY_PATH + "/" + KEY;

    private static final String ENCRYPTION = "encryption";
    private static final String EXCHANGE = "exchange";
    private static final String LOGIN = "login";
    private static final String PLACE = "place";
    private static final String TEMPORARY = "tool-tmp";

    private TransferVolumes() {}

    static List<Volume> of(BackupPlace place, String loginSecret) {
        var tool = ofTool(place);
        return Stream.of(
                        tool.subList(0, 1),
                        List.of(SecretVolume.of(LOGIN, loginSecret, List.of(DatabaseTransfer.PASSWORD))),
                        tool.subList(1, tool.size()))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of the container with Atoll's program alone, the folder that it shares first. */
    static List<Volume> ofTool(BackupPlace place) {
        return Stream.concat(
                        Stream.of(empty(EXCHANGE), place(place), empty(TEMPORARY)),
                        Stream.ofNullable(place.destination().encryption())
                                .map(encryption -> SecretVolume.of(ENCRYPTION, encryption.secretName(), List.of(KEY))))
                .toList();
    }

    /** For the container with the server's programs. */
    static List<VolumeMount> scriptMounts() {
        return List.of(exchange(), mount(LOGIN, DatabaseTransfer.LOGIN, true));
    }

    /** The folder that two containers share. */
    static VolumeMount exchange() {
        return mount(EXCHANGE, DatabaseTransfer.EXCHANGE, false);
    }

    /** For the container with Atoll's program. */
    static List<VolumeMount> toolMounts(BackupPlace place, boolean isReadOnly) {
        return Stream.concat(
                        Stream.of(
                                mount(EXCHANGE, DatabaseTransfer.EXCHANGE, false),
                                place.destination().s3() == null
                                        ? mount(PLACE, PLACE_PATH, isReadOnly)
                                        : mount(PLACE, CREDENTIALS_PATH, true),
                                mount(TEMPORARY, "/tmp", false)),
                        Stream.ofNullable(place.destination().encryption())
                                .map(encryption -> mount(ENCRYPTION, KEY_PATH, true)))
                .toList();
    }

    static VolumeMount mount(String name, String path, boolean isReadOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(isReadOnly ? true : null)
                .build();
    }

    private static Volume place(BackupPlace place) {
        var destination = place.destination();
        if (destination.s3() != null) {
            return SecretVolume.of(PLACE, destination.s3().secretName(), List.of("access-key-id", "secret-access-key"));
        }
        // spotless:off
        return new VolumeBuilder()
            .withName(PLACE)
            .withNewPersistentVolumeClaim()
                .withClaimName(Objects.requireNonNull(destination.volume()).claimName())
            .endPersistentVolumeClaim()
            .build();
        // spotless:on
    }

    private static Volume empty(String name) {
        return new VolumeBuilder()
                .withName(name)
                .withEmptyDir(new EmptyDirVolumeSource())
                .build();
    }
}
