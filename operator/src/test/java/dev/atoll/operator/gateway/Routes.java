// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import dev.atoll.api.v1alpha1.gatewayroute.BackendTls;
import dev.atoll.api.v1alpha1.gatewayroute.GrpcMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HeaderMatch;
import dev.atoll.api.v1alpha1.gatewayroute.HttpMethod;
import dev.atoll.api.v1alpha1.gatewayroute.MatchType;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Tls;
import dev.atoll.operator.gateway.Route.RouteRule;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Identity;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routes for tests. */
final class Routes {
    private Routes() {}

    static Route plain(RouteRule... rules) {
        return new Route(identity(), List.of("shop.example.com"), Optional.empty(), Treatment.NONE, List.of(rules));
    }

    static Route encrypted(@Nullable Boolean redirect, RouteRule... rules) {
        return new Route(
                identity(),
                List.of("shop.example.com"),
                Optional.of(new Tls("shop-tls", null, redirect, null, null)),
                Treatment.NONE,
                List.of(rules));
    }

    static RouteRule prefix(String path) {
        return rule(path, PathType.Prefix, List.of());
    }

    static RouteRule exact(String path) {
        return rule(path, PathType.Exact, List.of());
    }

    static RouteRule expression(String path) {
        return rule(path, PathType.RegularExpression, List.of());
    }

    static RouteRule methods(String path, HttpMethod... methods) {
        return rule(path, PathType.Prefix, List.of(methods));
    }

    /** A rule for requests with a header. */
    static RouteRule header(String path, String name, HttpMethod... methods) {
        var plain = methods(path, methods);
        return new RouteRule(
                path,
                plain.pathType(),
                plain.methods(),
                List.of(new HeaderMatch(name, "gold", MatchType.Exact)),
                plain.queryParams(),
                plain.isGrpc(),
                plain.grpc(),
                plain.targets(),
                plain.backendTls(),
                plain.mirror(),
                plain.timeout(),
                plain.treatment());
    }

    /** A rule whose requests are treated in their own way. */
    static RouteRule treated(String path, Treatment treatment) {
        return rule(path, PathType.Prefix, List.of(), treatment);
    }

    /** A rule whose service is asked by TLS. */
    static RouteRule byTls(String path, BackendTls tls) {
        var plain = prefix(path);
        return new RouteRule(
                path,
                plain.pathType(),
                plain.methods(),
                plain.headers(),
                plain.queryParams(),
                false,
                null,
                plain.targets(),
                Optional.of(tls),
                Optional.empty(),
                null,
                Treatment.NONE);
    }

    static RouteRule grpc(String service) {
        return grpc(new GrpcMatch(service, null));
    }

    static RouteRule grpc(GrpcMatch calls) {
        return new RouteRule(
                "/",
                PathType.Prefix,
                List.of(),
                List.of(),
                List.of(),
                true,
                calls,
                List.of(Target.inside("orders", "grpc", 9000, 1)),
                Optional.empty(),
                Optional.empty(),
                null,
                Treatment.NONE);
    }

    private static RouteRule rule(String path, PathType type, List<HttpMethod> methods) {
        return rule(path, type, methods, Treatment.NONE);
    }

    private static RouteRule rule(String path, PathType type, List<HttpMethod> methods, Treatment treatment) {
        return new RouteRule(
                path,
                type,
                methods,
                List.of(),
                List.of(),
                false,
                null,
                List.of(Target.inside("orders", "http", 80, 1)),
                Optional.empty(),
                Optional.empty(),
                null,
                treatment);
    }

    private static Identity identity() {
        var owner = new OwnerReferenceBuilder()
                .withKind("GatewayRoute")
                .withName("shop")
                .withUid("1")
                .build();
        return new Identity("team-a", "shop", "team-a", Identity.GATEWAY, owner);
    }
}
