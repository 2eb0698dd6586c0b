// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.scalingpolicy.desired;

import dev.atoll.api.v1alpha1.scalingpolicy.ContainerResourceTarget;
import dev.atoll.api.v1alpha1.scalingpolicy.ExternalMetric;
import dev.atoll.api.v1alpha1.scalingpolicy.Metric;
import dev.atoll.api.v1alpha1.scalingpolicy.ObjectMetric;
import dev.atoll.api.v1alpha1.scalingpolicy.PodsMetric;
import dev.atoll.api.v1alpha1.scalingpolicy.ResourceName;
import dev.atoll.api.v1alpha1.scalingpolicy.ResourceTarget;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricIdentifier;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTargetBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What decides about the number of pods, in the words of the HorizontalPodAutoscaler. */
final class MetricSpecs {
    private MetricSpecs() {}

    static MetricSpec of(Metric metric) {
        if (metric.cpu() != null) {
            return resource(ResourceName.cpu, metric.cpu());
        }
        if (metric.memory() != null) {
            return resource(ResourceName.memory, metric.memory());
        }
        if (metric.containerResource() != null) {
            return containerResource(metric.containerResource());
        }
        if (metric.pods() != null) {
            return pods(metric.pods());
        }
        if (metric.object() != null) {
            return object(metric.object());
        }
        if (metric.external() != null) {
            return external(metric.external());
        }
        throw new IllegalArgumentException("a metric that measures nothing, which the CRD's schema refuses");
    }

    private static MetricSpec resource(ResourceName name, ResourceTarget target) {
        // spotless:off
        return new MetricSpecBuilder()
            .withType("Resource")
            .withNewResource()
                .withName(name.name())
                .withTarget(usage(target.averageUtilization(), target.averageValue()))
            .endResource()
            .build();
        // spotless:on
    }

    private static MetricSpec containerResource(ContainerResourceTarget target) {
        // spotless:off
        return new MetricSpecBuilder()
            .withType("ContainerResource")
            .withNewContainerResource()
                .withName(target.name().name())
                .withContainer(target.container())
                .withTarget(usage(target.averageUtilization(), target.averageValue()))
            .endContainerResource()
            .build();
        // spotless:on
    }

    private static MetricSpec pods(PodsMetric metric) {
        // spotless:off
        return new MetricSpecBuilder()
            .withType("Pods")
            .withNewPods()
                .withMetric(identifier(metric.metric(), metric.selector()))
                .withTarget(amount(null, metric.averageValue()))
            .endPods()
            .build();
        // spotless:on
    }

    private static MetricSpec object(ObjectMetric metric) {
        var object = metric.describedObject();
        // spotless:off
        return new MetricSpecBuilder()
            .withType("Object")
            .withNewObject()
                .withNewDescribedObject(object.apiVersion(), object.kind(), object.name())
                .withMetric(identifier(metric.metric(), metric.selector()))
                .withTarget(amount(metric.value(), metric.averageValue()))
            .endObject()
            .build();
        // spotless:on
    }

    private static MetricSpec external(ExternalMetric metric) {
        // spotless:off
        return new MetricSpecBuilder()
            .withType("External")
            .withNewExternal()
                .withMetric(identifier(metric.metric(), metric.selector()))
                .withTarget(amount(metric.value(), metric.averageValue()))
            .endExternal()
            .build();
        // spotless:on
    }

    private static MetricTarget usage(@Nullable Integer percent, @Nullable Quantity average) {
        return percent == null
                ? amount(null, average)
                : new MetricTargetBuilder()
                        .withType("Utilization")
                        .withAverageUtilization(percent)
                        .build();
    }

    private static MetricTarget amount(@Nullable Quantity value, @Nullable Quantity average) {
        var target = new MetricTargetBuilder();
        return value == null
                ? target.withType("AverageValue").withAverageValue(average).build()
                : target.withType("Value").withValue(value).build();
    }

    private static MetricIdentifier identifier(String name, Map<String, String> labels) {
        return new MetricIdentifier(
                name,
                labels.isEmpty()
                        ? null
                        : new LabelSelectorBuilder().withMatchLabels(labels).build());
    }
}
