// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.api.v1alpha1.gatewayroute.PathModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.operator.gateway.Route.RouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilterBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeader;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathModifier;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathModifierBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with the requests of a rule, as filters of the Gateway API. */
final class RouteFilters {
    private RouteFilters() {}

    static List<HTTPRouteFilter> http(RouteRule rule) {
        var treatment = rule.treatment();
        var filters = new ArrayList<HTTPRouteFilter>();
        treatment
                .requestHeaders()
                .map(modifier -> new HTTPRouteFilterBuilder()
                        .withType("RequestHeaderModifier")
                        .withRequestHeaderModifier(headers(modifier))
                        .build())
                .ifPresent(filters::add);
        treatment
                .responseHeaders()
                .map(modifier -> new HTTPRouteFilterBuilder()
                        .withType("ResponseHeaderModifier")
                        .withResponseHeaderModifier(headers(modifier))
                        .build())
                .ifPresent(filters::add);
        treatment.redirect().map(RouteFilters::redirect).ifPresent(filters::add);
        treatment.rewrite().map(RouteFilters::rewrite).ifPresent(filters::add);
        return filters;
    }

    private static HTTPRouteFilter redirect(Redirect redirect) {
        // spotless:off
        return new HTTPRouteFilterBuilder()
            .withType("RequestRedirect")
            .withNewRequestRedirect()
                .withScheme(redirect.scheme())
                .withHostname(redirect.hostname())
                .withPort(redirect.port())
                .withPath(path(redirect.path()))
                .withStatusCode(redirect.statusCode())
            .endRequestRedirect()
            .build();
        // spotless:on
    }

    private static HTTPRouteFilter rewrite(Rewrite rewrite) {
        // spotless:off
        return new HTTPRouteFilterBuilder()
            .withType("URLRewrite")
            .withNewUrlRewrite()
                .withHostname(rewrite.hostname())
                .withPath(path(rewrite.path()))
            .endUrlRewrite()
            .build();
        // spotless:on
    }

    private static @Nullable HTTPPathModifier path(@Nullable PathModifier path) {
        if (path == null) {
            return null;
        }
        // spotless:off
        return new HTTPPathModifierBuilder()
            .withType(path.replaceFullPath() == null ? "ReplacePrefixMatch" : "ReplaceFullPath")
            .withReplaceFullPath(path.replaceFullPath())
            .withReplacePrefixMatch(path.replacePrefixMatch())
            .build();
        // spotless:on
    }

    /** Of gRPC calls, the Gateway API has no name for what is beyond the headers of requests. */
    static List<GRPCRouteFilter> grpc(RouteRule rule) {
        return rule
                .treatment()
                .requestHeaders()
                .map(modifier -> new GRPCRouteFilterBuilder()
                        .withType("RequestHeaderModifier")
                        .withRequestHeaderModifier(headers(modifier))
                        .build())
                .stream()
                .toList();
    }

    private static HTTPHeaderFilter headers(HeaderModifier modifier) {
        return new HTTPHeaderFilter(headers(modifier.add()), modifier.remove(), headers(modifier.set()));
    }

    private static List<HTTPHeader> headers(List<HttpHeader> headers) {
        return headers.stream()
                .map(header -> new HTTPHeader(header.name(), header.value()))
                .toList();
    }
}
