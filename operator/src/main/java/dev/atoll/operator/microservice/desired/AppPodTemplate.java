// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Checksum;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.PodSpread;
import dev.atoll.operator.meta.SafeSecurity;
import dev.atoll.operator.meta.StrategicMerge;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * The template of the pods. Every byte of it counts: a change replaces all pods. So its labels hold nothing but what
 * selects and finds pods, and nothing in it depends on scaling or on the operator's version.
 */
final class AppPodTemplate {
    private AppPodTemplate() {}

    static PodTemplateSpec of(MicroserviceModel model) {
        var pod = model.pod();
        var scheduling = pod.scheduling();
        // spotless:off
        var template = new PodTemplateSpecBuilder()
            .withNewMetadata()
                .withLabels(Labels.pods(model.identity()))
                .withAnnotations(annotations(model))
            .endMetadata()
            .withNewSpec()
                .withServiceAccountName(AppServiceAccount.name(model))
                .withAutomountServiceAccountToken(pod.serviceAccount().mountToken())
                // The addresses of all Services as variables: slow to start with, and nobody declared them.
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(pod.shutdown().gracePeriodSeconds().longValue())
                .withSecurityContext(SafeSecurity.pod(pod.securityContext()))
                .withImagePullSecrets(pod.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
                .withContainers(AppContainer.of(model))
                .withVolumes(AppVolumes.of(model))
                .withNodeSelector(scheduling.nodeSelector())
                .withAffinity(scheduling.affinity())
                .withTolerations(scheduling.tolerations())
                .withPriorityClassName(scheduling.priorityClassName())
                .withTopologySpreadConstraints(PodSpread.of(scheduling, Labels.selector(model.identity())))
            .endSpec()
            .build();
        // spotless:on
        return pod.template() == null ? template : StrategicMerge.of(template, pod.template());
    }

    private static Map<String, String> annotations(MicroserviceModel model) {
        var annotations = new HashMap<String, String>();
        model.pod()
                .config()
                .filter(config -> config.rollOnChange())
                .ifPresent(config -> annotations.put(Annotations.CONFIG_CHECKSUM, Checksum.of(config.files())));
        model.pod()
                .rotations()
                .forEach((database, rotation) -> annotations.put(Annotations.credentialsOf(database), rotation));
        return annotations;
    }
}
