// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Set;

/** How the kinds are watched that are not Atoll's own. */
public final class WatchedKinds {
    /** Other people's objects that a spec may name; everything else is a child and carries Atoll's label. */
    private static final Set<Class<? extends HasMetadata>> REFERENCES =
            Set.of(IngressClass.class, GatewayClass.class, Gateway.class, Namespace.class);

    /** Kinds without a namespace. */
    private static final Set<Class<? extends HasMetadata>> CLUSTER_SCOPED =
            Set.of(IngressClass.class, GatewayClass.class, Namespace.class);

    /** The one API under Kubernetes' own domain that has to be installed. */
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    private WatchedKinds() {}

    /** The label selector for the informer of a kind; empty for all objects. */
    static String selector(Class<? extends HasMetadata> kind) {
        return REFERENCES.contains(kind) ? "" : Labels.MANAGED_BY + "=" + Labels.ATOLL;
    }

    /** Whether the operator sees an object that is not of its own kinds. */
    public static boolean sees(HasMetadata object) {
        return REFERENCES.contains(object.getClass()) || Labels.isAtolls(object);
    }

    /** Whether a kind is there only where somebody has installed it. */
    static boolean isOptional(Class<? extends HasMetadata> kind) {
        var group = HasMetadata.getGroup(kind);
        // Kubernetes' own groups have no dot (apps, batch) or are under k8s.io.
        return group.equals(GATEWAY_API) || (group.contains(".") && !group.endsWith(".k8s.io"));
    }

    static boolean isClusterScoped(Class<? extends HasMetadata> kind) {
        return CLUSTER_SCOPED.contains(kind);
    }
}
