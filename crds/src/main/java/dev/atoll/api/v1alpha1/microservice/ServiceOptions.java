// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.microservice;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is special about the Service in front of the pods. */
public record ServiceOptions(
        @JsonPropertyDescription(
                "ClusterIP (the default: inside the cluster), NodePort (also on a port of every node) or "
                        + "LoadBalancer (also through the cloud's load balancer).")
        @Default("ClusterIP")
        ServiceType type,

        @JsonPropertyDescription("Annotations of the Service, for example for the cloud's load balancer.")
        @Size(max = 50)
        Map<String, @Size(max = 4096) String> annotations,

        @JsonPropertyDescription("Which pods callers are sent to first: PreferSameZone, PreferSameNode or PreferClose "
                + "(the older name of PreferSameZone). Left out: any.")
        @Nullable
        TrafficDistribution trafficDistribution,

        @JsonPropertyDescription(
                "Whether one caller stays with one pod: None (the default) or ClientIP (by the caller's address).")
        @Default("None")
        SessionAffinity sessionAffinity) {

    public ServiceOptions {
        type = Defaults.or(type, ServiceType.ClusterIP);
        annotations = Defaults.map(annotations);
        sessionAffinity = Defaults.or(sessionAffinity, SessionAffinity.None);
    }

    /** As if the manifest said nothing. */
    public static ServiceOptions ofDefaults() {
        return new ServiceOptions(Defaults.absent(), Defaults.absent(), null, Defaults.absent());
    }
}
