// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.operator.gateway.Route.RouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilterBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeader;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilterBuilder;
import java.util.ArrayList;
import java.util.List;

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
        return filters;
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
