// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.GatewayRouteSpec;
import dev.atoll.api.v1alpha1.gatewayroute.Mirror;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services that the gateway calls because of a route. */
public final class RouteTargets {
    private RouteTargets() {}

    /** Names of the services, each once: those that answer, get copies, are asked who may pass, or for keys or tokens. */
    public static Stream<String> services(GatewayRouteSpec spec) {
        var answering =
                spec.rules().stream().flatMap(rule -> backends(rule).stream()).map(Backend::service);
        var asked = Stream.concat(
                        Stream.ofNullable(spec.auth()), spec.rules().stream().flatMap(RouteTargets::auth))
                .flatMap(auth -> asked(auth).stream())
                .map(Backend::service);
        var copied = spec.rules().stream()
                .flatMap(rule -> Stream.ofNullable(rule.mirror()))
                .map(Mirror::service);
        return Stream.of(answering, asked, copied).flatMap(names -> names).distinct();
    }

    /** The service that is asked who may pass, or for the keys or tokens of those who may; empty where none is. */
    public static Optional<Backend> asked(Auth auth) {
        if (auth.forward() != null) {
            return Optional.of(whole(auth.forward().service(), auth.forward().port()));
        }
        if (auth.oidc() != null) {
            return Optional.ofNullable(auth.oidc().tokenFrom()).map(source -> whole(source.service(), source.port()));
        }
        return Optional.ofNullable(auth.jwt())
                .flatMap(jwt -> Optional.ofNullable(jwt.jwksFrom()))
                .map(source -> whole(source.service(), source.port()));
    }

    /** Whether the gateway calls a service because of a route. */
    public static boolean leadsTo(GatewayRouteSpec spec, String service) {
        return services(spec).anyMatch(service::equals);
    }

    /** Where the requests of a rule go; a single service takes all of them. */
    public static List<Backend> backends(Rule rule) {
        return rule.service() == null ? rule.backends() : List.of(whole(rule.service(), rule.port()));
    }

    /** The service that gets copies of requests. */
    public static Backend copied(Mirror mirror) {
        return whole(mirror.service(), mirror.port());
    }

    private static Backend whole(String service, @Nullable String port) {
        return new Backend(service, port, 1);
    }

    private static Stream<Auth> auth(Rule rule) {
        return Stream.ofNullable(rule.auth());
    }
}
