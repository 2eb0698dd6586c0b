// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCBackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCHeaderMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCMethodMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRuleBuilder;
import java.util.List;

/** A GRPCRoute, with every field that the API server would fill in. */
final class RouteGrpcRoute {
    private RouteGrpcRoute() {}

    static GRPCRoute of(Route route, RouteParent parent, String name, List<RouteRule> rules) {
        // spotless:off
        return new GRPCRouteBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(name)
                .withLabels(Labels.metadata(route.identity()))
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withParentRefs(parent.reference())
                .withHostnames(route.hosts())
                .withRules(rules.stream().map(RouteGrpcRoute::rule).toList())
            .endSpec()
            .build();
        // spotless:on
    }

    private static GRPCRouteRule rule(RouteRule rule) {
        boolean isForAll = rule.grpc() == null && rule.headers().isEmpty();
        // spotless:off
        return new GRPCRouteRuleBuilder()
            .withMatches(isForAll ? List.of() : List.of(match(rule)))
            .withFilters(rule.isClosed() ? List.of() : RouteFilters.grpc(rule))
            .withBackendRefs(rule.targets().stream().map(RouteGrpcRoute::backend).toList())
            .build();
        // spotless:on
    }

    private static GRPCRouteMatch match(RouteRule rule) {
        var call = rule.grpc();
        // spotless:off
        return new GRPCRouteMatchBuilder()
            .withMethod(call == null ? null : new GRPCMethodMatch(call.method(), call.service(), "Exact"))
            .withHeaders(rule.headers().stream()
                .map(header -> new GRPCHeaderMatch(
                    header.name(), header.type().name(), WholeExpression.of(header.type(), header.value())))
                .toList())
            .build();
        // spotless:on
    }

    private static GRPCBackendRef backend(Target target) {
        // spotless:off
        return new GRPCBackendRefBuilder()
            .withGroup("")
            .withKind("Service")
            .withName(target.service())
            .withPort(target.portNumber())
            .withWeight(target.weight())
            .build();
        // spotless:on
    }
}
