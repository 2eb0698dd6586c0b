// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Names;
import dev.atoll.operator.microservice.MicroserviceModel;
import dev.atoll.operator.microservice.MigrationPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Job that migrates the data of a service: a pod as the service's, which does something else and takes no requests. */
public final class MigrationJob {
    /** A database that is being restarted is waited for. */
    private static final int RETRIES = 2;

    private MigrationJob() {}

    /**
     * The object.
     *
     * @param revision what it migrates to
     */
    public static Job of(MicroserviceModel model, MigrationPlan plan, String revision) {
        // spotless:off
        return new JobBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(Names.migrationJob(model.identity().name(), revision))
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(Map.of(Annotations.MIGRATED, revision))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withBackoffLimit(RETRIES)
                .withActiveDeadlineSeconds(plan.timeoutSeconds())
                .withTemplate(template(model, plan))
            .endSpec()
            .build();
        // spotless:on
    }

    /** Not those that select the service's pods: nobody is to be led to it. By these its databases let it in. */
    private static Map<String, String> labels(MicroserviceModel model) {
        var labels = new LinkedHashMap<>(Labels.selector(model.identity().name(), Identity.MIGRATION));
        labels.put(Labels.PART_OF, model.identity().application());
        labels.put(Labels.MANAGED_BY, Labels.ATOLL);
        return labels;
    }

    /** Containers beside the service's own would not end with it. */
    private static PodTemplateSpec template(MicroserviceModel model, MigrationPlan plan) {
        var pod = AppPodTemplate.of(model);
        var name = model.identity().name();
        // spotless:off
        return new PodTemplateSpecBuilder(pod)
            .editMetadata()
                .withLabels(labels(model))
            .endMetadata()
            .editSpec()
                .withRestartPolicy("Never")
                .withTopologySpreadConstraints(List.of())
                .withContainers(pod.getSpec().getContainers().stream()
                    .filter(container -> name.equals(container.getName()))
                    .map(container -> container(container, plan))
                    .toList())
            .endSpec()
            .build();
        // spotless:on
    }

    private static Container container(Container service, MigrationPlan plan) {
        // spotless:off
        return new ContainerBuilder(service)
            .withImage(Objects.requireNonNullElse(plan.image(), service.getImage()))
            .withCommand(plan.command())
            .withArgs(plan.args())
            .withPorts(List.of())
            .withStartupProbe(null)
            .withReadinessProbe(null)
            .withLivenessProbe(null)
            .withLifecycle(null)
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .build();
        // spotless:on
    }
}
