// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabase;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.BackupPlace;
import dev.atoll.operator.meta.BackupTool;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.SafeSecurity;
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
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Job that moves content between a server and the place of a backup: one container has the server's programs, the other
 * Atoll's. Between them is a pipe, so that no node needs room for the content.
 *
 * @param identity who it belongs to
 * @param database whose content is moved, for what the pod may use and where it may run
 * @param server how its server is run
 * @param script the container with the server's programs
 * @param tool the container with Atoll's
 * @param place the place of the backup
 * @param loginSecret the Secret with what the script logs in with
 * @param timeoutSeconds when it is given up
 * @param retries how often it is tried again
 */
public record TransferJob(
        Identity identity,
        ServiceDatabase database,
        DatabaseServer server,
        Script script,
        Tool tool,
        BackupPlace place,
        String loginSecret,
        long timeoutSeconds,
        int retries) {
    /**
     * What the container with the server's programs does.
     *
     * @param name its name
     * @param text the script
     * @param env its environment
     * @param volumes volumes of the pod for it alone
     * @param mounts where those are mounted
     */
    public record Script(
            String name, String text, Map<String, String> env, List<Volume> volumes, List<VolumeMount> mounts) {}

    /**
     * What the container with Atoll's program does.
     *
     * @param name its name
     * @param program what is run
     * @param args its arguments, less those about the place
     * @param isReader whether it only reads from the place
     */
    public record Tool(String name, BackupTool program, List<String> args, boolean isReader) {}

    /** The object. */
    public Job build() {
        // spotless:off
        return new JobBuilder()
            .withNewMetadata()
                .withNamespace(identity.namespace())
                .withName(identity.name())
                .withLabels(Labels.metadata(identity))
                .withAnnotations(Map.of(Annotations.BACKUP_PLACE, place.json()))
                .withOwnerReferences(identity.owner())
            .endMetadata()
            .withNewSpec()
                .withBackoffLimit(retries)
                .withActiveDeadlineSeconds(timeoutSeconds)
                .withTemplate(template())
            .endSpec()
            .build();
        // spotless:on
    }

    private PodTemplateSpec template() {
        var spec = database.getSpec();
        // spotless:off
        return new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(labels())
            .endMetadata()
            .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                // Both write to one folder, and to volumes with files of the server's user.
                .withSecurityContext(SafeSecurity.pod(new PodSecurityContextBuilder()
                    .withRunAsUser(server.user())
                    .withRunAsGroup(server.user())
                    .withFsGroup(server.user())
                    .withFsGroupChangePolicy("OnRootMismatch")
                    .build()))
                .withImagePullSecrets(spec.imagePullSecrets().stream()
                    .map(secret -> new LocalObjectReference(secret.name()))
                    .toList())
                .withContainers(
                    scriptContainer(),
                    ToolContainer.of(tool.name(), tool.program(), place, tool.args(), tool.isReader()))
                .withVolumes(Stream.concat(
                        script.volumes().stream(),
                        TransferVolumes.of(place, loginSecret).stream())
                    .toList())
                .withNodeSelector(spec.scheduling().nodeSelector())
                .withTolerations(spec.scheduling().tolerations())
                .withPriorityClassName(spec.scheduling().priorityClassName())
            .endSpec()
            .build();
        // spotless:on
    }

    private Container scriptContainer() {
        var pullPolicy = database.getSpec().imagePullPolicy();
        // spotless:off
        return new ContainerBuilder()
            .withName(script.name())
            .withImage(server.image())
            .withImagePullPolicy(pullPolicy == null ? null : pullPolicy.name())
            .withCommand("bash", "-c", script.text())
            .withEnv(script.env().entrySet().stream()
                // Kubernetes would take $(NAME) in a value for a variable; a doubled $ is a plain one.
                .map(variable -> new EnvVar(variable.getKey(), variable.getValue().replace("$", "$$"), null))
                .toList())
            .withVolumeMounts(Stream.concat(
                    script.mounts().stream(),
                    TransferVolumes.scriptMounts().stream())
                .toList())
            .withNewResources()
                .withRequests(new TreeMap<>(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi"))))
            .endResources()
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .withSecurityContext(SafeSecurity.container(null))
            .build();
        // spotless:on
    }

    /** By these the database lets it in, and the reconcilers find it. */
    private Map<String, String> labels() {
        var labels = Labels.selector(database.getMetadata().getName(), identity.component());
        labels.put(Labels.MANAGED_BY, Labels.ATOLL);
        return labels;
    }
}
