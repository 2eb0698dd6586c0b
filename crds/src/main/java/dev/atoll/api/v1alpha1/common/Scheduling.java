// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where pods may run. */
public record Scheduling(
        @JsonPropertyDescription("Labels that a node must have.") @Size(max = 50)
        Map<String, @Size(max = 63) String> nodeSelector,

        @JsonPropertyDescription("Rules about nodes and other pods, as in a pod's spec.affinity.") @Nullable
        Affinity affinity,

        @JsonPropertyDescription("Taints of nodes that the pods accept, as in a pod's spec.tolerations.")
        @Size(max = 50)
        List<Toleration> tolerations,

        @JsonPropertyDescription("PriorityClass of the pods. Left out: the cluster's default.")
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        @Nullable
        String priorityClassName,

        @JsonPropertyDescription("How strictly replicas are kept on different nodes and zones: Preferred (the default: "
                + "where possible), Required (or the pod stays pending) or None.")
        @Default("Preferred")
        Spread spread,

        @JsonPropertyDescription(
                "Own constraints, as in a pod's spec.topologySpreadConstraints. When there is one, they "
                        + "replace those made from spread.")
        @Size(max = 10)
        List<TopologySpreadConstraint> topologySpreadConstraints) {

    public Scheduling {
        nodeSelector = Defaults.map(nodeSelector);
        tolerations = Defaults.list(tolerations);
        spread = Defaults.or(spread, Spread.Preferred);
        topologySpreadConstraints = Defaults.list(topologySpreadConstraints);
    }

    /** As if the manifest said nothing. */
    public static Scheduling ofDefaults() {
        return new Scheduling(Defaults.absent(), null, Defaults.absent(), null, Defaults.absent(), Defaults.absent());
    }
}
