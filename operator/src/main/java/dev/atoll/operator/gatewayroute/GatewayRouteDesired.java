// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.gateway.BackendTrafficPolicy;
import dev.atoll.operator.gateway.EnvoyBackend;
import dev.atoll.operator.gateway.EnvoyGatewayDialect;
import dev.atoll.operator.gateway.GatewayDialect.Step;
import dev.atoll.operator.gateway.Middleware;
import dev.atoll.operator.gateway.NginxPolicy;
import dev.atoll.operator.gateway.SecurityPolicy;
import dev.atoll.operator.gateway.ServersTransport;
import dev.atoll.operator.gateway.ServicePorts;
import dev.atoll.operator.gateway.TlsOption;
import dev.atoll.operator.line.Desired;
import dev.atoll.operator.line.Validated;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The children of a GatewayRoute: what its dialect says. */
final class GatewayRouteDesired {
    /** The kinds of its children in every dialect, so that a change of the gateway leaves nothing of the old one. */
    static final List<Class<? extends HasMetadata>> KINDS = List.of(
            TlsOption.class,
            ServersTransport.class,
            Middleware.class,
            NginxPolicy.class,
            Ingress.class,
            HTTPRoute.class,
            GRPCRoute.class,
            SecurityPolicy.class,
            BackendTrafficPolicy.class,
            BackendTlsPolicy.class,
            EnvoyBackend.class,
            Service.class,
            ConfigMap.class);

    private static final List<Class<? extends HasMetadata>> WITHOUT_POLICIES = KINDS.stream()
            .filter(kind -> !EnvoyGatewayDialect.POLICIES.contains(kind))
            .toList();

    private static final Step NOTHING = new Step(List.of(), Optional.empty());

    private GatewayRouteDesired() {}

    /**
     * The children of a valid GatewayRoute, what protects before what is protected. Those of any other stay as they are,
     * unless they stand under a host that belongs to somebody else.
     */
    static Desired of(GatewayRouteObserved observed, Validated<GatewayRouteModel> validated, Instant now) {
        return step(observed, validated, now)
                .map(step -> Desired.chain(step.objects(), prunable(observed, step)))
                .orElseGet(() -> observed.isRevoked()
                        ? Desired.chain(List.of(), prunable(observed, NOTHING))
                        : Desired.untouched());
    }

    /**
     * The same for those who only look, and wait for nothing: as if whatever is published were in force for long. What no
     * cluster has seen is as it is to be in the end.
     */
    static Desired of(GatewayRouteObserved observed, Validated<GatewayRouteModel> validated) {
        return validated instanceof Validated.Valid<GatewayRouteModel>(var model, var unresolved)
                        && observed.children().isEmpty()
                ? Desired.chain(model.dialect().objects(model.route()), KINDS)
                : of(observed, validated, Instant.MAX);
    }

    /** How long it takes until there is more to do, as far as it is known. */
    static Optional<Duration> pending(
            GatewayRouteObserved observed, Validated<GatewayRouteModel> validated, Instant now) {
        return step(observed, validated, now).flatMap(Step::pending);
    }

    private static Optional<Step> step(
            GatewayRouteObserved observed, Validated<GatewayRouteModel> validated, Instant now) {
        return validated instanceof Validated.Valid<GatewayRouteModel>(var model, var unresolved)
                ? Optional.of(model.dialect().step(model.route(), observed.present(), now))
                : Optional.empty();
    }

    /**
     * A policy goes when the route that it protects is seen to be gone. Nothing else goes before all is done, but for a host
     * that belongs to somebody else.
     */
    private static List<Class<? extends HasMetadata>> prunable(GatewayRouteObserved observed, Step step) {
        if (step.pending().isPresent() && !observed.isRevoked()) {
            return List.of();
        }
        var names = step.objects().stream().map(GatewayRouteDesired::name).collect(Collectors.toSet());
        boolean isRouteLeft = observed.children().stream()
                .filter(child -> child instanceof HTTPRoute || child instanceof GRPCRoute)
                .anyMatch(child -> !names.contains(name(child)));
        var kinds = isRouteLeft ? WITHOUT_POLICIES : KINDS;
        return isLedTo(observed, step)
                ? kinds.stream().filter(kind -> kind != BackendTlsPolicy.class).toList()
                : kinds;
    }

    /** Whether routes still lead to a port whose policy is to go, and are no longer to lead there. */
    private static boolean isLedTo(GatewayRouteObserved observed, Step step) {
        return observed.children().stream()
                .filter(BackendTlsPolicy.class::isInstance)
                .map(BackendTlsPolicy.class::cast)
                .anyMatch(policy -> ServicePorts.areLeft(observed.children(), step.objects(), policy.service()));
    }

    private static List<String> name(HasMetadata object) {
        return List.of(object.getKind(), object.getMetadata().getName());
    }
}
