// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Labels;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPQueryParamMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeouts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An HTTPRoute, with every field that the API server would fill in. */
final class RouteHttpRoute {
    private RouteHttpRoute() {}

    static HTTPRoute of(Route route, RouteParent parent, String name, List<RouteRule> rules) {
        // spotless:off
        return new HTTPRouteBuilder()
            .withNewMetadata()
                .withNamespace(route.identity().namespace())
                .withName(name)
                .withLabels(Labels.metadata(route.identity()))
                .withOwnerReferences(route.identity().owner())
            .endMetadata()
            .withNewSpec()
                .withParentRefs(parent.reference())
                .withHostnames(route.hosts())
                .withRules(rules.stream().map(RouteHttpRoute::rule).toList())
            .endSpec()
            .build();
        // spotless:on
    }

    /** How many matches a rule becomes, of which an HTTPRoute holds a limited number. */
    static int matches(RouteRule rule) {
        return Math.max(1, rule.methods().size());
    }

    /** A rule whose prefix is replaced may have one match only, so it becomes one rule for each method. */
    static Stream<RouteRule> parts(RouteRule rule) {
        return rule.treatment().filters().replacesPrefix() && rule.methods().size() > 1
                ? rule.methods().stream().map(rule::withMethod)
                : Stream.of(rule);
    }

    private static HTTPRouteRule rule(RouteRule rule) {
        // spotless:off
        return new HTTPRouteRuleBuilder()
            .withMatches(rule.methods().isEmpty()
                ? List.of(match(rule, null))
                : rule.methods().stream().map(method -> match(rule, method)).toList())
            .withFilters(rule.isClosed() ? List.of() : RouteFilters.http(rule))
            .withTimeouts(rule.timeout() == null ? null : new HTTPRouteTimeouts(null, rule.timeout()))
            .withBackendRefs(rule.targets().stream().map(RouteHttpRoute::backend).toList())
            .build();
        // spotless:on
    }

    private static HTTPRouteMatch match(RouteRule rule, @Nullable HttpMethod method) {
        // spotless:off
        return new HTTPRouteMatchBuilder()
            .withNewPath()
                .withType(rule.pathType() == PathType.Prefix ? "PathPrefix" : rule.pathType().name())
                .withValue(WholeExpression.of(rule.pathType(), rule.path()))
            .endPath()
            .withMethod(method == null ? null : method.name())
            .withHeaders(rule.headers().stream()
                .map(header -> new HTTPHeaderMatch(
                    header.name(), header.type().name(), WholeExpression.of(header.type(), header.value())))
                .toList())
            .withQueryParams(rule.queryParams().stream()
                .map(param -> new HTTPQueryParamMatch(
                    param.name(), param.type().name(), WholeExpression.of(param.type(), param.value())))
                .toList())
            .build();
        // spotless:on
    }

    /** Servers outside are what only Envoy Gateway is told of. */
    private static HTTPBackendRef backend(Target target) {
        boolean isOutside = target.outside().isPresent();
        // spotless:off
        return new HTTPBackendRefBuilder()
            .withGroup(isOutside ? EnvoyBackend.GROUP : "")
            .withKind(isOutside ? EnvoyBackend.KIND : "Service")
            .withName(target.service())
            .withPort(target.portNumber())
            .withWeight(target.weight())
            .build();
        // spotless:on
    }
}
