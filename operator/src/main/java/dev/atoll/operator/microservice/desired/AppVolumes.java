// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.microservice.GeneratedVolumes;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The volumes of a pod: a writable /tmp beside the read-only root, the configuration, Service Bindings, the user's. */
final class AppVolumes {
    private static final String BINDING_ROOT = "/bindings/";

    private AppVolumes() {}

    static List<Volume> of(MicroserviceModel model) {
        var pod = model.pod();
        var tmp = GeneratedVolumes.hasOwnTmp(model.container().volumeMounts())
                ? Stream.<Volume>empty()
                : Stream.of(new VolumeBuilder()
                        .withName(GeneratedVolumes.TMP)
                        .withEmptyDir(new EmptyDirVolumeSource())
                        .build());
        var config = pod.config().stream()
                .map(files -> new VolumeBuilder()
                        .withName(GeneratedVolumes.CONFIG)
                        .withNewConfigMap()
                        .withName(model.identity().name())
                        .endConfigMap()
                        .build());
        var bindings = pod.bindings().stream()
                .map(binding -> new VolumeBuilder()
                        .withName(GeneratedVolumes.binding(binding.name()))
                        .withNewSecret()
                        .withSecretName(binding.secretName())
                        .endSecret()
                        .build());
        return Stream.of(tmp, config, bindings, pod.volumes().stream())
                .flatMap(volumes -> volumes)
                .toList();
    }

    static List<VolumeMount> mounts(MicroserviceModel model) {
        var pod = model.pod();
        var tmp = GeneratedVolumes.hasOwnTmp(model.container().volumeMounts())
                ? Stream.<VolumeMount>empty()
                : Stream.of(mount(GeneratedVolumes.TMP, GeneratedVolumes.TMP_PATH, null));
        var config = pod.config().stream().map(files -> mount(GeneratedVolumes.CONFIG, files.mountPath(), true));
        var bindings = pod.bindings().stream()
                .map(binding -> mount(GeneratedVolumes.binding(binding.name()), BINDING_ROOT + binding.name(), true));
        return Stream.of(tmp, config, bindings, model.container().volumeMounts().stream())
                .flatMap(mounts -> mounts)
                .toList();
    }

    private static VolumeMount mount(String name, String path, @Nullable Boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build();
    }
}
