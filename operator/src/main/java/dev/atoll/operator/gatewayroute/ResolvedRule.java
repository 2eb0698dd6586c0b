// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.api.v1alpha1.gatewayroute.Backend;
import dev.atoll.api.v1alpha1.gatewayroute.Mirror;
import dev.atoll.api.v1alpha1.gatewayroute.PathType;
import dev.atoll.api.v1alpha1.gatewayroute.Rule;
import dev.atoll.api.v1alpha1.microservice.Port;
import dev.atoll.api.v1alpha1.microservice.Protocol;
import dev.atoll.operator.gateway.Route;
import dev.atoll.operator.gateway.Route.Target;
import dev.atoll.operator.meta.Ports;
import dev.atoll.operator.meta.RouteTargets;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A rule with the services that it names looked up.
 *
 * @param field its path in the spec, such as {@code spec.rules[0]}
 * @param targets the ports that were found; none when the rule cannot be published
 * @param mirror who gets copies, if that service was found
 * @param isGrpc whether it is about gRPC
 * @param violations what leads nowhere
 */
record ResolvedRule(
        String field,
        Rule rule,
        List<Target> targets,
        Optional<Route.Mirror> mirror,
        boolean isGrpc,
        List<Violation> violations) {
    private static final Set<Protocol> WEB = EnumSet.of(Protocol.HTTP, Protocol.GRPC);

    /** The rules of a route, in its order. */
    static List<ResolvedRule> of(GatewayRouteObserved observed) {
        var rules = observed.resource().getSpec().rules();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> resolve(i, rules.get(i), observed))
                .toList();
    }

    /** Whether it is known what the rule speaks; of a service that is missing nobody knows. */
    boolean isSettled() {
        return rule.grpc() != null || isPublishable();
    }

    /** Whether there is somewhere to send requests. */
    boolean isPublishable() {
        return rule.redirect() != null || !targets.isEmpty();
    }

    private static ResolvedRule resolve(int index, Rule rule, GatewayRouteObserved observed) {
        var field = "spec.rules[%d]".formatted(index);
        var backends = RouteTargets.backends(rule);
        var targets = new ArrayList<Target>();
        var violations = new ArrayList<Violation>();
        var protocols = EnumSet.noneOf(Protocol.class);
        for (int i = 0; i < backends.size(); i++) {
            var backend = backends.get(i);
            var at = rule.service() == null ? "%s.backends[%d]".formatted(field, i) : field;
            var port = port(at, backend, observed, violations);
            port.ifPresent(found -> {
                targets.add(target(backend, found));
                protocols.add(found.protocol());
            });
        }
        Optional.ofNullable(rule.external())
                .map(server -> Target.outside(observed.resource().getMetadata().getName(), server))
                .ifPresent(targets::add);
        boolean isGrpc = rule.grpc() != null || protocols.contains(Protocol.GRPC);
        var mismatch = mismatch(field, rule, protocols);
        mismatch.ifPresent(violations::add);
        var conflict = TlsClaims.conflict(index, observed);
        conflict.ifPresent(violations::add);
        boolean isClosed = mismatch.isPresent() || conflict.isPresent();
        var mirror = Optional.ofNullable(rule.mirror())
                .flatMap(given -> mirror(field + ".mirror", given, observed, violations));
        return new ResolvedRule(field, rule, isClosed ? List.of() : targets, mirror, isGrpc, violations);
    }

    /** Without it the rule answers as before, so it goes on without. */
    private static Optional<Route.Mirror> mirror(
            String field, Mirror mirror, GatewayRouteObserved observed, List<Violation> violations) {
        var backend = RouteTargets.copied(mirror);
        var port = port(field, backend, observed, violations);
        if (port.filter(found -> found.protocol() == Protocol.GRPC).isPresent()) {
            violation(field + ".port", "speaks GRPC, but gets copies of HTTP requests; name a port with protocol HTTP")
                    .ifPresent(violations::add);
            return Optional.empty();
        }
        return port.map(found -> new Route.Mirror(target(backend, found), mirror.percent()));
    }

    /** The port that a reference leads to, if a gateway can call it; otherwise one more violation. */
    static Optional<Port> port(
            String field, Backend backend, GatewayRouteObserved observed, List<Violation> violations) {
        var service = observed.services().apply(backend.service());
        if (service.isEmpty()) {
            violations.add(new Violation(
                    Reason.ServiceNotFound,
                    field + ".service",
                    "Microservice %s does not exist in this namespace; create it, or name another"
                            .formatted(backend.service())));
            return Optional.empty();
        }
        var port = Ports.find(service.get(), backend.port());
        if (port.isEmpty()) {
            violations.add(
                    new Violation(Reason.PortNotFound, field + ".port", Ports.missing(service.get(), backend.port())));
        } else if (!WEB.contains(port.get().protocol())) {
            violations.add(new Violation(
                    Reason.ProtocolNotSupported,
                    field + ".port",
                    "port %s of Microservice %s speaks %s; a gateway routes HTTP and GRPC"
                            .formatted(
                                    port.get().name(),
                                    backend.service(),
                                    port.get().protocol())));
        }
        return port.filter(found -> WEB.contains(found.protocol()));
    }

    /** Why the ports that were found do not fit to the rule, or to each other. */
    private static Optional<Violation> mismatch(String field, Rule rule, Set<Protocol> protocols) {
        if (protocols.size() > 1) {
            return violation(field + ".backends", "lead to HTTP and to gRPC; make it two rules");
        }
        if (rule.grpc() != null && protocols.contains(Protocol.HTTP)) {
            return violation(field + ".grpc", "is for gRPC, but the port speaks HTTP; name a port with protocol GRPC");
        }
        boolean isGrpc = rule.grpc() != null || protocols.contains(Protocol.GRPC);
        return isGrpc ? ofHttpAlone(field, rule) : Optional.empty();
    }

    /** What a rule says that gRPC calls do not have. */
    private static Optional<Violation> ofHttpAlone(String field, Rule rule) {
        if (!rule.queryParams().isEmpty()) {
            return violation(field + ".queryParams", "do not go with gRPC, whose calls have no query; remove them");
        }
        if (rule.rewrite() != null) {
            return violation(
                    field + ".rewrite", "does not go with gRPC, whose path is the name of the call; remove it");
        }
        if (rule.sessionAffinity() != null) {
            return violation(
                    field + ".sessionAffinity", "does not go with gRPC, whose clients keep no cookies; remove it");
        }
        boolean isByPath = !rule.path().equals("/") || rule.pathType() != PathType.Prefix;
        if (isByPath || !rule.methods().isEmpty()) {
            return violation(
                    field + (isByPath ? ".path" : ".methods"),
                    "does not tell gRPC calls apart; name them by grpc.service and grpc.method instead");
        }
        return Optional.empty();
    }

    private static Optional<Violation> violation(String field, String message) {
        return Optional.of(new Violation(Reason.ProtocolNotSupported, field, message));
    }

    /** What a gateway is told of a port. */
    static Target target(Backend backend, Port port) {
        return Target.inside(backend.service(), port.name(), Ports.servicePort(port), backend.weight());
    }
}
