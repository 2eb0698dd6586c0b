// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.microservice.desired;

import dev.atoll.api.v1alpha1.microservice.Rollout;
import dev.atoll.api.v1alpha1.microservice.Strategy;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.meta.Labels;
import dev.atoll.operator.meta.Omit;
import dev.atoll.operator.microservice.MicroserviceModel;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Deployment. Its number of replicas is there only while nobody else decides it. */
public final class AppDeployment {
    private AppDeployment() {}

    /** One that tells of no migrations. */
    public static Deployment of(MicroserviceModel model) {
        return of(model, List.of());
    }

    /**
     * The object.
     *
     * @param migrated the revisions whose migration has run
     */
    public static Deployment of(MicroserviceModel model, List<String> migrated) {
        var rollout = model.rollout();
        // spotless:off
        return new DeploymentBuilder()
            .withNewMetadata()
                .withNamespace(model.identity().namespace())
                .withName(model.identity().name())
                .withLabels(Labels.metadata(model.identity()))
                .withAnnotations(annotations(model, migrated))
                .withOwnerReferences(model.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withReplicas(model.replicas().owned())
                .withMinReadySeconds(Omit.zero(rollout.minReadySeconds()))
                .withProgressDeadlineSeconds(rollout.progressDeadlineSeconds())
                .withRevisionHistoryLimit(rollout.revisionHistoryLimit())
                .withStrategy(strategy(rollout))
                .withNewSelector()
                    .withMatchLabels(Labels.selector(model.identity()))
                .endSelector()
                .withTemplate(AppPodTemplate.of(model))
            .endSpec()
            .build();
        // spotless:on
    }

    private static Map<String, String> annotations(MicroserviceModel model, List<String> migrated) {
        var annotations = new TreeMap<String, String>();
        var note = model.replicas().note();
        if (note != null) {
            annotations.put(Annotations.REPLICAS, note);
        }
        if (!migrated.isEmpty()) {
            annotations.put(Annotations.MIGRATED, String.join(",", migrated));
        }
        return annotations;
    }

    private static DeploymentStrategy strategy(Rollout rollout) {
        if (rollout.strategy() == Strategy.Recreate) {
            return new DeploymentStrategyBuilder().withType("Recreate").build();
        }
        // spotless:off
        return new DeploymentStrategyBuilder()
            .withType("RollingUpdate")
            .withNewRollingUpdate()
                .withMaxSurge(rollout.maxSurge())
                .withMaxUnavailable(rollout.maxUnavailable())
            .endRollingUpdate()
            .build();
        // spotless:on
    }
}
