// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.common.Scheduling;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.Map;

/** Keeps the pods of one workload apart, so that the loss of a node or a zone is not the loss of the service. */
public final class PodSpread {
    private static final String NODE = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private PodSpread() {}

    /** The constraints that the user gave, or those that follow from {@code spread}. */
    public static List<TopologySpreadConstraint> of(Scheduling scheduling, Map<String, String> selector) {
        if (!scheduling.topologySpreadConstraints().isEmpty()) {
            return scheduling.topologySpreadConstraints();
        }
        // Zones are never required: on nodes without the label, no pod could run.
        return switch (scheduling.spread()) {
            case None -> List.of();
            case Preferred -> List.of(apart(NODE, "ScheduleAnyway", selector), apart(ZONE, "ScheduleAnyway", selector));
            case Required -> List.of(apart(NODE, "DoNotSchedule", selector), apart(ZONE, "ScheduleAnyway", selector));
        };
    }

    private static TopologySpreadConstraint apart(String topology, String otherwise, Map<String, String> selector) {
        // spotless:off
        return new TopologySpreadConstraintBuilder()
            .withTopologyKey(topology)
            .withMaxSkew(1)
            .withWhenUnsatisfiable(otherwise)
            // Each version of the pods is spread by itself; else the old ones would push the new ones together.
            .withMatchLabelKeys("pod-template-hash")
            // Without this a drain can wait for ever: the cordoned node still counts as a place to fill.
            .withNodeTaintsPolicy("Honor")
            .withNewLabelSelector()
                .withMatchLabels(selector)
            .endLabelSelector()
            .build();
        // spotless:on
    }
}
