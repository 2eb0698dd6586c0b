// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.common.Resources;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compute resources of a container, with requests in any case: without them nothing can be planned. */
public final class ComputeResources {
    /** Enough for a small service, and little enough for a small cluster. */
    private static final Map<String, Quantity> DEFAULT_REQUESTS = requests();

    private ComputeResources() {}

    /** The resources that the spec names, with requests filled in where it has none. */
    public static Resources of(@Nullable Resources resources) {
        var requests = new LinkedHashMap<>(DEFAULT_REQUESTS);
        if (resources == null) {
            return new Resources(requests, Map.of());
        }
        // A limit without a request is the request too, as in Kubernetes: a default must never exceed it.
        requests.replaceAll((name, amount) -> resources.limits().getOrDefault(name, amount));
        requests.putAll(resources.requests());
        return new Resources(requests, resources.limits());
    }

    private static Map<String, Quantity> requests() {
        var requests = new LinkedHashMap<String, Quantity>();
        requests.put("cpu", new Quantity("100m"));
        requests.put("memory", new Quantity("128Mi"));
        return Collections.unmodifiableMap(requests);
    }
}
