// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.EnvoyGatewayDialect;
import dev.atoll.operator.gateway.EnvoyInstallation;
import dev.atoll.operator.gateway.ExternalHosts;
import dev.atoll.operator.gateway.GatewayApiDialect;
import dev.atoll.operator.gateway.GatewayDialect;
import dev.atoll.operator.gateway.HaproxyIngressDialect;
import dev.atoll.operator.gateway.Listeners;
import dev.atoll.operator.gateway.NginxIngressDialect;
import dev.atoll.operator.gateway.PlainIngressDialect;
import dev.atoll.operator.gateway.TraefikGatewayDialect;
import dev.atoll.operator.gateway.TraefikIngressDialect;
import dev.atoll.operator.gateway.TraefikInstallation;
import dev.atoll.operator.gatewayroute.Entrance.ByClass;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.SupportedFeature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the dialect that a route's gateway speaks. */
final class Dialects {
    private static final int NAMES_IN_A_MESSAGE = 20;

    private static final Pattern HOST_AND_PORT = Pattern.compile("[a-z0-9.-]{1,253}:[0-9]{1,5}");

    private Dialects() {}

    /** The dialect, or why there is none. */
    sealed interface Choice {
        record Chosen(GatewayDialect dialect) implements Choice {}

        record Refused(Violation violation) implements Choice {}
    }

    /**
     * Chooses by the class's controller.
     *
     * @param namespace the route's
     * @param kinds the kinds of routes that the Gateway has to admit
     */
    static Choice choose(Entrance entrance, String namespace, Set<String> kinds) {
        return switch (entrance) {
            case ByClass byClass -> ofClass(byClass);
            case ByGateway byGateway ->
                problem(byGateway, namespace, kinds)
                        .<Choice>map(Choice.Refused::new)
                        .orElseGet(() -> ofGateway(byGateway));
        };
    }

    private static Choice ofClass(ByClass entrance) {
        if (entrance.found().isEmpty()) {
            return new Choice.Refused(
                    classNotFound("spec.className", "IngressClass %s".formatted(entrance.name()), entrance.existing()));
        }
        var controller = entrance.controller().orElse("");
        return new Choice.Chosen(ofController(controller, entrance));
    }

    private static GatewayDialect ofController(String controller, ByClass entrance) {
        if (TraefikIngressDialect.CONTROLLER.equals(controller)) {
            return new TraefikIngressDialect(entrance.name(), traefik(entrance.hasTraefik(), entrance.found()));
        }
        if (HaproxyIngressDialect.isSpokenBy(controller)) {
            return new HaproxyIngressDialect(entrance.name(), controller);
        }
        if (NginxIngressDialect.CONTROLLER.equals(controller)) {
            return new NginxIngressDialect(entrance.name(), entrance.hasPolicies() && enforcesPolicies(entrance));
        }
        return new PlainIngressDialect(entrance.name(), controller);
    }

    private static boolean enforcesPolicies(ByClass entrance) {
        return isTrue(entrance.found(), Annotations.ENFORCES_POLICIES);
    }

    private static TraefikInstallation traefik(boolean hasCrds, Optional<? extends HasMetadata> found) {
        return new TraefikInstallation(
                hasCrds,
                isTrue(found, Annotations.STRICT_TLS_OPTIONS),
                found.flatMap(Dialects::rateLimitStore),
                found.map(Dialects::externalHosts).orElse(ExternalHosts.NONE));
    }

    private static EnvoyInstallation envoy(boolean hasCrds, GatewayClass found) {
        return new EnvoyInstallation(
                hasCrds, drainTime(found), rateLimitStore(found).isPresent(), externalHosts(found));
    }

    private static Optional<String> rateLimitStore(HasMetadata found) {
        return Annotations.get(found, Annotations.RATE_LIMIT_STORE).filter(HOST_AND_PORT.asMatchPredicate());
    }

    private static ExternalHosts externalHosts(HasMetadata found) {
        return Annotations.get(found, Annotations.EXTERNAL_HOSTS)
                .map(ExternalHosts::read)
                .orElse(ExternalHosts.NONE);
    }

    private static boolean isTrue(Optional<? extends HasMetadata> found, String annotation) {
        return found.flatMap(known -> Annotations.get(known, annotation))
                .filter("true"::equals)
                .isPresent();
    }

    private static Optional<Violation> problem(ByGateway entrance, String namespace, Set<String> kinds) {
        var name = entrance.parent().text();
        if (!entrance.isServed()) {
            return violation(
                    Reason.ApiNotInstalled,
                    "spec.gateway",
                    "the Gateway API (gateway.networking.k8s.io/v1) is not installed; install its CRDs, or name an IngressClass"
                            + " under spec.className");
        }
        if (entrance.listeners().isEmpty()) {
            boolean isNear = entrance.parent().namespace().equals(namespace);
            return violation(
                    Reason.GatewayNotFound,
                    "spec.gateway.name",
                    "%s does not exist%s; create it, or name another"
                            .formatted(name, isNear ? "" : ", or this operator does not watch its namespace"));
        }
        var listeners = entrance.listeners().get();
        if (listeners.named().isEmpty()) {
            return violation(
                    Reason.GatewayNotFound,
                    "spec.gateway.listener",
                    "%s has no listener %s; it has %s".formatted(name, listeners.name(), names(listeners)));
        }
        if (!kinds.stream().allMatch(kind -> listeners.admit(kind, namespace))) {
            return violation(
                    Reason.NotAuthorized,
                    "spec.gateway",
                    "no %s of %s admits %s of namespace %s; its owner has to allow that by spec.listeners[].allowedRoutes"
                            .formatted(
                                    listeners.name() == null ? "HTTP listener" : "listener " + listeners.name(),
                                    name,
                                    String.join(" and ", kinds) + "s",
                                    namespace));
        }
        return entrance.found().isPresent()
                ? Optional.empty()
                : Optional.of(classNotFound(
                        "spec.gateway.name",
                        "GatewayClass %s of %s"
                                .formatted(listeners.gateway().getSpec().getGatewayClassName(), name),
                        entrance.existing()));
    }

    private static Choice ofGateway(ByGateway entrance) {
        var found = entrance.found().orElseThrow();
        var plain = new GatewayApiDialect(
                entrance.parent(),
                found.getMetadata().getName(),
                entrance.controller().orElse(""),
                features(found),
                entrance.served().hasGrpcRoutes(),
                entrance.served().hasTlsPolicies());
        return new Choice.Chosen(
                switch (plain.controller()) {
                    case EnvoyGatewayDialect.CONTROLLER ->
                        EnvoyGatewayDialect.of(plain, envoy(entrance.served().hasEnvoy(), found));
                    case TraefikGatewayDialect.CONTROLLER ->
                        new TraefikGatewayDialect(
                                plain, traefik(entrance.served().hasTraefik(), entrance.found()));
                    default -> plain;
                });
    }

    private static Duration drainTime(GatewayClass found) {
        return Annotations.get(found, Annotations.DRAIN_SECONDS)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(EnvoyGatewayDialect.USUAL_DRAIN_TIME);
    }

    private static Set<String> features(GatewayClass found) {
        return Optional.ofNullable(found.getStatus()).stream()
                .flatMap(status -> status.getSupportedFeatures().stream())
                .map(SupportedFeature::getName)
                .collect(Collectors.toSet());
    }

    private static String names(Listeners listeners) {
        return listeners.gateway().getSpec().getListeners().stream()
                .map(Listener::getName)
                .collect(Collectors.joining(", "));
    }

    private static Violation classNotFound(String field, String what, List<String> existing) {
        var known = existing.stream().limit(NAMES_IN_A_MESSAGE).collect(Collectors.joining(", "));
        return new Violation(
                Reason.ClassNotFound,
                field,
                "%s does not exist; %s"
                        .formatted(
                                what,
                                existing.isEmpty()
                                        ? "there is none at all, so install a gateway's controller with its class"
                                        : "there is " + known));
    }

    private static Optional<Violation> violation(Reason reason, String field, String message) {
        return Optional.of(new Violation(reason, field, message));
    }
}
