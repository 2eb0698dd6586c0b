// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.HeaderModifier;
import dev.atoll.api.v1alpha1.gatewayroute.HttpHeader;
import dev.atoll.api.v1alpha1.gatewayroute.PathModifier;
import dev.atoll.api.v1alpha1.gatewayroute.Redirect;
import dev.atoll.api.v1alpha1.gatewayroute.Rewrite;
import dev.atoll.operator.gateway.Route.Mirror;
import dev.atoll.operator.gateway.Route.RouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteFilterBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeader;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathModifier;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathModifierBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilterBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done with the requests of a rule, as filters of the Gateway API. */
final class RouteFilters {
    private RouteFilters() {}

    static List<HTTPRouteFilter> http(RouteRule rule) {
        var asked = rule.treatment().filters();
        var filters = new ArrayList<HTTPRouteFilter>();
        asked.requestHeaders()
                .map(modifier -> new HTTPRouteFilterBuilder()
                        .withType("RequestHeaderModifier")
                        .withRequestHeaderModifier(headers(modifier))
                        .build())
                .ifPresent(filters::add);
        asked.responseHeaders()
                .map(modifier -> new HTTPRouteFilterBuilder()
                        .withType("ResponseHeaderModifier")
                        .withResponseHeaderModifier(headers(modifier))
                        .build())
                .ifPresent(filters::add);
        asked.redirect().map(RouteFilters::redirect).ifPresent(filters::add);
        asked.rewrite().map(RouteFilters::rewrite).ifPresent(filters::add);
        rule.mirror().map(RouteFilters::mirror).ifPresent(filters::add);
        return filters;
    }

    static HTTPRouteFilter mirror(Mirror mirror) {
        // spotless:off
        return new HTTPRouteFilterBuilder()
            .withType("RequestMirror")
            .withNewRequestMirror()
                .withNewBackendRef()
                    .withGroup("")
                    .withKind("Service")
                    .withName(mirror.target().service())
                    .withPort(mirror.target().portNumber())
                .endBackendRef()
                .withPercent(mirror.percent() == Mirror.ALL ? null : mirror.percent())
            .endRequestMirror()
            .build();
        // spotless:on
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
                .filters()
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

    /** The filters of a rule that removes headers of requests besides. */
    static List<HTTPRouteFilter> without(List<HTTPRouteFilter> filters, List<String> names) {
        var others = filters.stream()
                .filter(filter -> filter.getRequestHeaderModifier() == null)
                .toList();
        var modifier = filters.stream()
                .flatMap(filter -> Stream.ofNullable(filter.getRequestHeaderModifier()))
                .findFirst();
        var made = new HTTPRouteFilterBuilder()
                .withType("RequestHeaderModifier")
                .withRequestHeaderModifier(removing(modifier, names))
                .build();
        return Stream.concat(Stream.of(made), others.stream()).toList();
    }

    /** The same of gRPC calls. */
    static List<GRPCRouteFilter> withoutInCalls(List<GRPCRouteFilter> filters, List<String> names) {
        var others = filters.stream()
                .filter(filter -> filter.getRequestHeaderModifier() == null)
                .toList();
        var modifier = filters.stream()
                .flatMap(filter -> Stream.ofNullable(filter.getRequestHeaderModifier()))
                .findFirst();
        var made = new GRPCRouteFilterBuilder()
                .withType("RequestHeaderModifier")
                .withRequestHeaderModifier(removing(modifier, names))
                .build();
        return Stream.concat(Stream.of(made), others.stream()).toList();
    }

    /** A name may stand only once: a header that gets a value anyway needs not be removed before. */
    private static HTTPHeaderFilter removing(Optional<HTTPHeaderFilter> modifier, List<String> names) {
        var before = modifier.orElseGet(HTTPHeaderFilter::new);
        var added =
                before.getAdd().stream().collect(Collectors.partitioningBy(header -> isAmong(names, header.getName())));
        var set = Stream.concat(before.getSet().stream(), added.getOrDefault(true, List.of()).stream())
                .toList();
        var removed = Stream.concat(before.getRemove().stream(), names.stream())
                .filter(name ->
                        set.stream().noneMatch(header -> header.getName().equalsIgnoreCase(name)))
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        return new HTTPHeaderFilter(added.getOrDefault(false, List.of()), List.copyOf(removed), set);
    }

    private static boolean isAmong(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** A rule that goes through Traefik's Middlewares, and changes headers before what is tried again. */
    static HTTPRouteRule referring(HTTPRouteRule rule, List<String> middlewares) {
        var references = middlewares.stream()
                .map(name -> new HTTPRouteFilterBuilder()
                        .withType("ExtensionRef")
                        .withNewExtensionRef("traefik.io", "Middleware", name)
                        .build())
                .toList();
        return new HTTPRouteRuleBuilder(rule)
                .withFilters(joined(references, rule.getFilters(), retries(middlewares)))
                .build();
    }

    /** The same of gRPC calls. */
    static GRPCRouteRule referring(GRPCRouteRule rule, List<String> middlewares) {
        var references = middlewares.stream()
                .map(name -> new GRPCRouteFilterBuilder()
                        .withType("ExtensionRef")
                        .withNewExtensionRef("traefik.io", "Middleware", name)
                        .build())
                .toList();
        return new GRPCRouteRuleBuilder(rule)
                .withFilters(joined(references, rule.getFilters(), retries(middlewares)))
                .build();
    }

    private static int retries(List<String> middlewares) {
        boolean hasRetries = !middlewares.isEmpty() && middlewares.getLast().endsWith("-retries");
        return hasRetries ? middlewares.size() - 1 : middlewares.size();
    }

    private static <T> List<T> joined(List<T> references, List<T> filters, int place) {
        var all = new ArrayList<>(references);
        all.addAll(place, filters);
        return all;
    }
}
