// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * The route, of the policy's own namespace, that a policy is for.
 *
 * @param group the Gateway API
 * @param kind HTTPRoute or GRPCRoute
 * @param name its name
 */
public record PolicyTarget(String group, String kind, String name) {
    static PolicyTarget of(HasMetadata route) {
        return new PolicyTarget(
                "gateway.networking.k8s.io",
                route.getKind(),
                route.getMetadata().getName());
    }
}
