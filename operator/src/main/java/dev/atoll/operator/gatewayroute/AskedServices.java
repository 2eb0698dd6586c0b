// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services that a gateway asks who may pass, or for keys, and the keys that a route itself gives. Where one is of no
 * use, nothing of the route is published: left out alone, the requests of a rule would go to that of a shorter path, and be
 * asked less there.
 *
 * @param found the ports, by what names them
 * @param violations what leads nowhere
 */
record AskedServices(Map<Backend, Target> found, List<Violation> violations) {
    static AskedServices of(GatewayRouteObserved observed) {
        var spec = observed.spec();
        var services = new AskedServices(new LinkedHashMap<>(), new ArrayList<>());
        services.resolve("spec.auth", spec.auth(), observed);
        for (int i = 0; i < spec.rules().size(); i++) {
            services.resolve(
                    "spec.rules[%d].auth".formatted(i), spec.rules().get(i).auth(), observed);
        }
        return services;
    }

    /** The port that is asked. */
    Optional<Target> get(Backend backend) {
        return Optional.ofNullable(found.get(backend));
    }

    /** The field that names the service that an authentication asks. */
    static String field(String auth, Auth given) {
        if (given.forward() != null) {
            return auth + ".forward";
        }
        return auth + (given.oidc() == null ? ".jwt.jwksFrom" : ".oidc.tokenFrom");
    }

    private void resolve(String auth, @Nullable Auth given, GatewayRouteObserved observed) {
        if (given == null) {
            return;
        }
        RouteTargets.asked(given).ifPresent(backend -> resolve(field(auth, given), backend, observed));
        if (given.jwt() != null && given.jwt().jwks() != null) {
            KeySet.problem(given.jwt().jwks())
                    .map(problem -> new Violation(Reason.Invalid, auth + ".jwt.jwks", problem))
                    .ifPresent(violations::add);
        }
    }

    private void resolve(String field, Backend backend, GatewayRouteObserved observed) {
        var port = ResolvedRule.port(field, backend, observed, violations);
        if (port.filter(known -> known.protocol() == Protocol.GRPC).isPresent()) {
            violations.add(new Violation(
                    Reason.ProtocolNotSupported,
                    field + ".port",
                    "speaks GRPC, but it is asked by HTTP; name a port with protocol HTTP"));
        } else {
            port.ifPresent(known -> found.put(backend, ResolvedRule.target(backend, known)));
        }
    }
}
