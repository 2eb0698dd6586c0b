// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase.desired;

import dev.atoll.operator.engine.ServerVolumes;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.meta.StrategicMerge;
import dev.atoll.operator.servicedatabase.ServiceDatabaseModel;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The template of the pod. Every byte of it counts: a change restarts the database. */
final class DatabasePodTemplate {
    private DatabasePodTemplate() {}

    static PodTemplateSpec of(ServiceDatabaseModel model) {
        var pod = model.pod();
        var scheduling = pod.scheduling();
        // spotless:off
        var template = new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(Labels.lasting(model.identity()))
            .endMetadata()
            .withNewSpec()
                .withServiceAccountName(model.identity().name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(model.server().gracePeriodSeconds())
                .withSecurityContext(SafeSecurity.pod(user(model.server().user())))
                .withImagePullSecrets(pod.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
                .withInitContainers(model.archive().map(plan -> plan.archiver().container()).stream().toList())
                .withContainers(DatabaseContainer.of(model))
                .withVolumes(volumes(model))
                .withNodeSelector(scheduling.nodeSelector())
                .withAffinity(scheduling.affinity())
                .withTolerations(scheduling.tolerations())
                .withPriorityClassName(scheduling.priorityClassName())
                // A single pod needs nothing to keep it apart from others.
                .withTopologySpreadConstraints(scheduling.topologySpreadConstraints())
            .endSpec()
            .build();
        // spotless:on
        return pod.template() == null ? template : StrategicMerge.of(template, pod.template());
    }

    private static List<Volume> volumes(ServiceDatabaseModel model) {
        var data = model.volume().templates().isEmpty()
                ? Optional.of(ServerVolumes.data(model.volume().claimName()))
                : Optional.<Volume>empty();
        return Stream.concat(
                        ServerVolumes.of(model.server(), model.identity().name(), data).stream(),
                        model.archive().stream().flatMap(plan -> plan.archiver().volumes().stream()))
                .toList();
    }

    private static PodSecurityContext user(long number) {
        // spotless:off
        return new PodSecurityContextBuilder()
            .withRunAsUser(number)
            .withRunAsGroup(number)
            .withFsGroup(number)
            // Walking through a large volume at every start would take minutes.
            .withFsGroupChangePolicy("OnRootMismatch")
            .build();
        // spotless:on
    }
}
