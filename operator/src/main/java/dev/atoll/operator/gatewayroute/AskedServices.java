// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Auth;
import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.Forward;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services that a gateway asks who may pass. Where one is missing, nothing of the route is published: left out alone,
 * the requests of a rule would go to that of a shorter path, and be asked less there.
 *
 * @param found the ports, by what names them
 * @param violations what leads nowhere
 */
record AskedServices(Map<Forward, Target> found, List<Violation> violations) {
    static AskedServices of(GatewayRouteObserved observed) {
        var spec = observed.resource().getSpec();
        var services = new AskedServices(new LinkedHashMap<>(), new ArrayList<>());
        services.resolve("spec.auth.forward", spec.auth(), observed);
        for (int i = 0; i < spec.rules().size(); i++) {
            services.resolve(
                    "spec.rules[%d].auth.forward".formatted(i),
                    spec.rules().get(i).auth(),
                    observed);
        }
        return services;
    }

    /** The port that is asked. */
    Optional<Target> get(Forward forward) {
        return Optional.ofNullable(found.get(forward));
    }

    private void resolve(String field, @Nullable Auth auth, GatewayRouteObserved observed) {
        if (auth == null || auth.forward() == null) {
            return;
        }
        var forward = auth.forward();
        var backend = new Backend(forward.service(), forward.port(), 1);
        var port = ResolvedRule.port(field, backend, observed, violations);
        if (port.filter(known -> known.protocol() == Protocol.GRPC).isPresent()) {
            violations.add(new Violation(
                    Reason.ProtocolNotSupported,
                    field + ".port",
                    "speaks GRPC, but who may pass is asked by HTTP; name a port with protocol HTTP"));
        } else {
            port.ifPresent(known -> found.put(forward, ResolvedRule.target(backend, known)));
        }
    }
}
