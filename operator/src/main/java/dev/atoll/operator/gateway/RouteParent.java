// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReferenceBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The Gateway that a route attaches to.
 *
 * @param namespace its namespace
 * @param name its name
 * @param listener its one listener; null for every listener that fits
 */
public record RouteParent(
        String namespace, String name, @Nullable String listener) {
    private static final String GROUP = "gateway.networking.k8s.io";
    private static final String KIND = "Gateway";

    /** With every field that the API server would fill in. */
    ParentReference reference() {
        // spotless:off
        return new ParentReferenceBuilder()
            .withGroup(GROUP)
            .withKind(KIND)
            .withNamespace(namespace)
            .withName(name)
            .withSectionName(listener)
            .build();
        // spotless:on
    }

    /** Whether two routes can be reached through the same listener. */
    public boolean overlaps(RouteParent other) {
        return namespace.equals(other.namespace())
                && name.equals(other.name())
                && (listener == null || other.listener() == null || listener.equals(other.listener()));
    }

    /** Whether a route's status speaks of this attachment. */
    public boolean isMeantBy(ParentReference reference) {
        return reference().equals(reference);
    }

    /** For messages. */
    public String text() {
        return "Gateway " + namespace + "/" + name;
    }
}
