// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atoll.api.v1alpha1.common.Defaults;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What controllers say of a policy of the Gateway API (GEP-713).
 *
 * @param ancestors what is said for each Gateway that it counts at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyStatus(List<Ancestor> ancestors) {
    public PolicyStatus {
        ancestors = Defaults.list(ancestors);
    }

    /**
     * What one controller says for one Gateway.
     *
     * @param ancestorRef the Gateway, and the listener where the route names one
     * @param controllerName the controller
     * @param conditions Accepted, and what else it says
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ancestor(
            @Nullable ParentReference ancestorRef, @Nullable String controllerName, List<Condition> conditions) {
        public Ancestor {
            conditions = Defaults.list(conditions);
        }
    }

    /** Since when the controller enforces the policy at the Gateway, in this version or an earlier one; empty if it does not. */
    Optional<Instant> acceptedSince(RouteParent parent, String controller) {
        return said(parent, controller)
                .filter(ancestor -> find(ancestor, "Overridden").isEmpty())
                .flatMap(ancestor -> find(ancestor, "Accepted"))
                .flatMap(condition -> Optional.ofNullable(condition.getLastTransitionTime()))
                .map(Instant::parse);
    }

    /** Whether the controller has looked at the policy and does not enforce it at the Gateway. */
    boolean isRefused(RouteParent parent, String controller) {
        return said(parent, controller).isPresent()
                && acceptedSince(parent, controller).isEmpty();
    }

    /**
     * What the controller says of a policy for Services, at all listeners of the Gateway that a route uses. Traefik takes the
     * policy's namespace for the Gateway's, and names each listener (read in Traefik 3.7).
     *
     * @param namespace the policy's
     */
    List<Condition> ofService(RouteParent parent, String controller, String namespace) {
        return ancestors.stream()
                .filter(ancestor -> controller.equals(ancestor.controllerName()))
                .filter(ancestor -> ancestor.ancestorRef() != null && isAt(ancestor.ancestorRef(), parent, namespace))
                .flatMap(ancestor -> ancestor.conditions().stream())
                .toList();
    }

    private static boolean isAt(ParentReference reference, RouteParent parent, String namespace) {
        return parent.name().equals(reference.getName())
                && (parent.namespace().equals(reference.getNamespace()) || namespace.equals(reference.getNamespace()))
                && (parent.listener() == null
                        || reference.getSectionName() == null
                        || parent.listener().equals(reference.getSectionName()));
    }

    private Optional<Ancestor> said(RouteParent parent, String controller) {
        return ancestors.stream()
                .filter(ancestor -> controller.equals(ancestor.controllerName()))
                .filter(ancestor -> ancestor.ancestorRef() != null && parent.isMeantBy(ancestor.ancestorRef()))
                .findFirst();
    }

    private static Optional<Condition> find(Ancestor ancestor, String type) {
        return ancestor.conditions().stream()
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }
}
