// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object as caches keep it: without what nobody reads, so that memory grows with the number of objects and not with
 * their size. Whether it is as desired is told by a summary, so most of its spec is not needed.
 */
public final class StoredForm {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final AppliedFields appliedFields;

    public StoredForm(KubernetesSerialization serialization) {
        this.appliedFields = new AppliedFields(serialization);
    }

    /** Removes from an object, in place, what the operator never reads. */
    public void reduce(HasMetadata object) {
        // First, while the fields are there that it sums up.
        appliedFields.summarize(object);
        if (object.getMetadata().getAnnotations() != null) {
            object.getMetadata().getAnnotations().remove(LAST_APPLIED);
        }
        switch (object) {
            case Secret secret -> {
                // The operator has to know that a Secret is there, never what is in it.
                secret.setData(null);
                secret.setStringData(null);
            }
            case ConfigMap configMap -> {
                configMap.setData(null);
                configMap.setBinaryData(null);
            }
            // The status of a pod tells whether it works, and its probes how long that may take.
            case Pod pod when pod.getSpec() != null -> pod.setSpec(probes(pod.getSpec()));
            case Service service -> service.setSpec(null);
            case NetworkPolicy policy -> policy.setSpec(null);
            case PodDisruptionBudget budget -> budget.setSpec(null);
            case Deployment deployment
            when deployment.getSpec() != null -> reduce(deployment.getSpec().getTemplate());
            case StatefulSet set
            when set.getSpec() != null -> reduce(set.getSpec().getTemplate());
            // Its status tells how far it is; it is never applied a second time.
            case Job job when job.getSpec() != null -> job.getSpec().setTemplate(null);
            default -> {
                // Small, or read as a whole.
            }
        }
    }

    private static PodSpec probes(PodSpec spec) {
        var kept = new PodSpec();
        kept.setContainers(spec.getContainers().stream().map(StoredForm::probes).toList());
        return kept;
    }

    private static Container probes(Container container) {
        var kept = new Container();
        kept.setName(container.getName());
        kept.setStartupProbe(container.getStartupProbe());
        kept.setReadinessProbe(container.getReadinessProbe());
        return kept;
    }

    /** Of a pod template somebody asks for the containers' names, images and variables, and for the claims. */
    private static void reduce(@Nullable PodTemplateSpec template) {
        if (template == null || template.getSpec() == null) {
            return;
        }
        var pod = template.getSpec();
        Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .forEach(StoredForm::reduce);
        pod.setVolumes(pod.getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .toList());
        pod.setAffinity(null);
        pod.setTopologySpreadConstraints(List.of());
        pod.setSecurityContext(null);
    }

    private static void reduce(Container container) {
        container.setPorts(List.of());
        container.setStartupProbe(null);
        container.setReadinessProbe(null);
        container.setLivenessProbe(null);
        container.setLifecycle(null);
        container.setResources(null);
        container.setSecurityContext(null);
        container.setVolumeMounts(List.of());
    }
}
