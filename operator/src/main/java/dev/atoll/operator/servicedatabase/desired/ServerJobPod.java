// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pods of Jobs that do something in the server that goes on, with the programs of its image. */
final class ServerJobPod {
    private ServerJobPod() {}

    /**
     * The template.
     *
     * @param component by which the database lets its pods in, and the reconciler finds them
     */
    static PodTemplateSpec of(
            ServiceDatabaseModel model,
            String component,
            List<Container> before,
            Container container,
            List<Volume> volumes) {
        var pod = model.pod();
        var labels = Labels.selector(model.identity().name(), component);
        labels.put(Labels.MANAGED_BY, Labels.ATOLL);
        // spotless:off
        return new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(labels)
            .endMetadata()
            .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withSecurityContext(SafeSecurity.pod(new PodSecurityContextBuilder()
                    .withRunAsUser(model.server().user())
                    .withRunAsGroup(model.server().user())
                    .withFsGroup(model.server().user())
                    .build()))
                .withImagePullSecrets(pod.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
                .withInitContainers(before)
                .withContainers(container)
                .withVolumes(volumes)
                .withNodeSelector(pod.scheduling().nodeSelector())
                .withTolerations(pod.scheduling().tolerations())
                .withPriorityClassName(pod.scheduling().priorityClassName())
            .endSpec()
            .build();
        // spotless:on
    }

    static Container container(
            ServiceDatabaseModel model, String name, String script, Map<String, String> env, List<VolumeMount> mounts) {
        // spotless:off
        return new ContainerBuilder()
            .withName(name)
            .withImage(model.server().image())
            .withImagePullPolicy(model.pod().imagePullPolicy())
            .withCommand("bash", "-c", script)
            .withEnv(env.entrySet().stream()
                .map(variable -> new EnvVar(variable.getKey(), variable.getValue(), null))
                .toList())
            .withVolumeMounts(mounts)
            .withNewResources()
                .withRequests(requests())
            .endResources()
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .withSecurityContext(SafeSecurity.container(null))
            .build();
        // spotless:on
    }

    private static Map<String, Quantity> requests() {
        var requests = new TreeMap<String, Quantity>();
        requests.put("cpu", new Quantity("10m"));
        requests.put("memory", new Quantity("32Mi"));
        return requests;
    }

    static VolumeMount mount(String name, String path, @Nullable Boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build();
    }
}
