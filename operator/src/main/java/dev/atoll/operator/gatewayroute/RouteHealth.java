// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import dev.atoll.operator.gateway.BackendTlsPolicy;
import dev.atoll.operator.gateway.BackendTrafficPolicy;
import dev.atoll.operator.gateway.EnvoyGatewayDialect;
import dev.atoll.operator.gateway.NginxPolicy;
import dev.atoll.operator.gateway.PolicyStatus;
import dev.atoll.operator.gateway.SecurityPolicy;
import dev.atoll.operator.gatewayroute.Entrance.ByClass;
import dev.atoll.operator.gatewayroute.Entrance.ByGateway;
import dev.atoll.operator.meta.Annotations;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatus;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gateway has taken an object, as far as it says so.
 *
 * @param answer True, False, or Unknown where the gateway says nothing
 */
record RouteHealth(Answer answer, Reason reason, String message) {
    /** How the conditions of Kubernetes answer. */
    enum Answer {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /** Judges all children; the first that is not taken speaks for all. */
    static RouteHealth of(List<HasMetadata> children, Entrance entrance) {
        // Of a route without its policy there is nothing to say.
        return Stream.concat(
                        children.stream().filter(RouteHealth::isPolicy),
                        children.stream().filter(child -> !isPolicy(child)))
                .flatMap(child -> problem(child, entrance).stream())
                .findFirst()
                .orElseGet(() -> new RouteHealth(Answer.TRUE, Reason.Ready, taken(entrance)));
    }

    /**
     * The same with what no gateway looks at, such as services that have nobody to answer: then the route does not work,
     * whatever its gateway says.
     *
     * @param problems what is said of it; empty for nothing
     */
    RouteHealth with(Reason problem, List<String> problems) {
        if (problems.isEmpty()) {
            return this;
        }
        var text = String.join("; ", problems);
        return switch (answer) {
            case TRUE -> new RouteHealth(Answer.FALSE, problem, text);
            case UNKNOWN -> new RouteHealth(Answer.FALSE, problem, text + "; besides, " + message);
            case FALSE -> new RouteHealth(Answer.FALSE, reason, message + "; besides, " + text);
        };
    }

    /** The same with what its reader should know besides. */
    RouteHealth with(Optional<String> remark) {
        return remark.map(text -> new RouteHealth(answer, reason, message + "; " + text))
                .orElse(this);
    }

    private static String taken(Entrance entrance) {
        return switch (entrance) {
            case ByClass byClass ->
                reportsAddresses(byClass)
                        ? "the controller of IngressClass %s has taken it".formatted(byClass.name())
                        : "it is published; IngressClass %s says that its controller reports nothing more"
                                .formatted(byClass.name());
            case ByGateway byGateway -> byGateway.parent().text() + " has taken it";
        };
    }

    private static Optional<RouteHealth> problem(HasMetadata child, Entrance entrance) {
        if (child instanceof NginxPolicy policy) {
            return ofPolicy(policy);
        }
        if (child instanceof Ingress ingress && entrance instanceof ByClass byClass) {
            return ofIngress(ingress, byClass);
        }
        if (child instanceof BackendTlsPolicy policy && entrance instanceof ByGateway byGateway) {
            return TlsHealth.problem(policy, byGateway);
        }
        if (entrance instanceof ByGateway byGateway) {
            var parents = parents(child);
            if (parents.isPresent()) {
                return ofGateway(byGateway)
                        .or(() -> ofParents(child, parents.get(), byGateway))
                        .or(() -> ofShut(child));
            }
        }
        return Optional.empty();
    }

    /** Where the controller does not take a Policy, it answers with an error what the Policy is for. */
    private static Optional<RouteHealth> ofPolicy(NginxPolicy policy) {
        return Optional.ofNullable(policy.getStatus())
                .filter(status -> "Invalid".equals(status.state()))
                .map(status -> new RouteHealth(
                        Answer.FALSE,
                        Reason.NotAccepted,
                        "the controller does not take Policy %s, and answers with code 500: %s"
                                .formatted(
                                        policy.getMetadata().getName(),
                                        Objects.requireNonNullElse(status.message(), "it does not say why"))));
    }

    /** The address is the only thing that a controller ever writes into an Ingress, and some do not even that. */
    private static Optional<RouteHealth> ofIngress(Ingress ingress, ByClass entrance) {
        if (!reportsAddresses(entrance)
                || Publication.addresses(ingress).findAny().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new RouteHealth(Answer.UNKNOWN, Reason.AddressPending, """
                Ingress %s has no address yet. Either its controller (%s) has not taken it, or it reports none: then let it \
                (Traefik: providers.kubernetesIngress.ingressEndpoint), or set the annotation %s: "false" on IngressClass %s\
                """.formatted(
                        ingress.getMetadata().getName(),
                        entrance.controller().orElse("unknown"),
                        Annotations.REPORTS_ADDRESSES,
                        entrance.name())));
    }

    private static boolean reportsAddresses(ByClass entrance) {
        return entrance.found()
                .flatMap(found -> Annotations.get(found, Annotations.REPORTS_ADDRESSES))
                .filter("false"::equals)
                .isEmpty();
    }

    private static Optional<RouteHealth> ofGateway(ByGateway entrance) {
        return entrance.gateway()
                .flatMap(gateway -> Optional.ofNullable(gateway.getStatus()))
                .flatMap(status -> find(status.getConditions(), "Programmed"))
                .filter(condition -> !"True".equals(condition.getStatus()))
                .map(condition -> new RouteHealth(
                        Answer.FALSE,
                        Reason.Waiting,
                        entrance.parent().text() + " is not programmed yet: " + text(condition)));
    }

    private static Optional<RouteHealth> ofParents(
            HasMetadata child, List<RouteParentStatus> parents, ByGateway entrance) {
        var name = child.getKind() + " " + child.getMetadata().getName();
        var status = parents.stream()
                .filter(parent -> entrance.parent().isMeantBy(parent.getParentRef()))
                .filter(parent -> entrance.controller()
                        .filter(parent.getControllerName()::equals)
                        .isPresent())
                .findFirst();
        var accepted = status.flatMap(parent -> find(parent.getConditions(), "Accepted"));
        if (accepted.isEmpty() || isBehind(accepted.get(), child)) {
            return Optional.of(new RouteHealth(
                    Answer.FALSE,
                    Reason.Pending,
                    "waiting for controller %s to look at %s"
                            .formatted(entrance.controller().orElse("unknown"), name)));
        }
        return Stream.of(
                        accepted.filter(RouteHealth::isNotTrue),
                        find(status.get().getConditions(), "ResolvedRefs").filter(RouteHealth::isNotTrue),
                        find(status.get().getConditions(), "Overridden").filter(condition -> !isNotTrue(condition)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(condition -> new RouteHealth(
                        Answer.FALSE,
                        Reason.NotAccepted,
                        "%s does not take %s: %s%s"
                                .formatted(entrance.parent().text(), name, text(condition), remedy(child, condition))));
    }

    private static Optional<RouteHealth> ofShut(HasMetadata child) {
        return Annotations.get(child, Annotations.SHUT)
                .map(ignored -> new RouteHealth(Answer.FALSE, Reason.Pending, """
                        %s %s is answered by 500 until its policies are in force and the proxy has drained the connections from \
                        before, which it would not check (annotation %s of the GatewayClass says how long that takes)\
                        """.formatted(
                                child.getKind(), child.getMetadata().getName(), Annotations.DRAIN_SECONDS)));
    }

    private static String remedy(HasMetadata child, Condition condition) {
        if (!isPolicy(child)) {
            return "";
        }
        return Set.of("Conflicted", "Overridden").contains(condition.getReason())
                ? "; of two policies the older or the more specific one counts, so the paths are kept shut: delete the other %s"
                        .formatted(child.getKind())
                : "; until that is mended, the paths are answered by 500";
    }

    private static boolean isPolicy(HasMetadata child) {
        return child instanceof BackendTlsPolicy || EnvoyGatewayDialect.POLICIES.contains(child.getClass());
    }

    private static boolean isNotTrue(Condition condition) {
        return !"True".equals(condition.getStatus());
    }

    private static Optional<List<RouteParentStatus>> parents(HasMetadata child) {
        return switch (child) {
            case HTTPRoute route ->
                Optional.of(
                        route.getStatus() == null
                                ? List.of()
                                : route.getStatus().getParents());
            case GRPCRoute route ->
                Optional.of(
                        route.getStatus() == null
                                ? List.of()
                                : route.getStatus().getParents());
            case SecurityPolicy policy -> Optional.of(said(policy.getStatus()));
            case BackendTrafficPolicy policy -> Optional.of(said(policy.getStatus()));
            default -> Optional.empty();
        };
    }

    /** A policy's status has other names for the same. */
    private static List<RouteParentStatus> said(@Nullable PolicyStatus status) {
        return status == null
                ? List.of()
                : status.ancestors().stream()
                        .map(ancestor -> new RouteParentStatus(
                                ancestor.conditions(), ancestor.controllerName(), ancestor.ancestorRef()))
                        .toList();
    }

    /** Whether a condition still speaks of an earlier spec. */
    static boolean isBehind(Condition condition, HasMetadata object) {
        var generation = object.getMetadata().getGeneration();
        return generation != null && Objects.requireNonNullElse(condition.getObservedGeneration(), 0L) < generation;
    }

    private static Optional<Condition> find(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    static String text(Condition condition) {
        var message = Objects.requireNonNullElse(condition.getMessage(), "");
        return message.isEmpty() ? condition.getReason() : condition.getReason() + ", " + message;
    }
}
